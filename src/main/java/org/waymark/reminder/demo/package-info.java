/** The demo's own mail server and the page of what arrived. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.waymark.reminder.demo;
