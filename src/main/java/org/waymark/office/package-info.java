/** What must be set before Waymark starts in an office, and what is said of what is not. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.office;
