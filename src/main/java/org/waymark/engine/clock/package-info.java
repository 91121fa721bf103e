/** The clock, and the demo's shift of it. */
@org.springframework.modulith.NamedInterface("clock")
package org.waymark.engine.clock;
