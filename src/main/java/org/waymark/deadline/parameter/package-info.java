/** What of a rule a project settles for itself, as far as the law leaves it open. */
@org.springframework.modulith.NamedInterface("parameter")
package org.waymark.deadline.parameter;
