/** Projects: opened from a template, suspended, cancelled, closed. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"template", "engine", "calendar", "identity", "identity :: door"})
package org.waymark.project;
