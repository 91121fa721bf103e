/** Planned days changed by proposal and sign-off, and the baselines of years. */
@org.springframework.modulith.NamedInterface("plan")
package org.waymark.milestone.plan;
