/** Files that prove a step, kept under their own hash. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "identity :: door"})
package org.waymark.evidence;
