/** Which days are workdays, by the State Council's yearly notices, and arithmetic on them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.calendar;
