/** Steps, what their forms hold, and the sole writer of both. */
@org.springframework.modulith.NamedInterface("step")
package org.waymark.milestone.step;
