/** Projects: opened from a template, suspended, cancelled, closed. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"template", "engine", "identity"})
package org.waymark.project;
