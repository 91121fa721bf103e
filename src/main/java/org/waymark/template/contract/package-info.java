/** What every diagram must keep to, checked before it is deployed. */
@org.springframework.modulith.NamedInterface("contract")
package org.waymark.template.contract;
