/** The timers of running instances. */
@org.springframework.modulith.NamedInterface("timer")
package org.waymark.engine.timer;
