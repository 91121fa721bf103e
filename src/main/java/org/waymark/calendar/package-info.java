/** Workdays and date arithmetic by the State Council's notices. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.calendar;
