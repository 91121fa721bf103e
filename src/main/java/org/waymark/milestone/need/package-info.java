/** Projects that wait for other projects at a milestone. */
@org.springframework.modulith.NamedInterface("need")
package org.waymark.milestone.need;
