/** Deadlines by law: the rule catalogue, anchors, and the arithmetic of periods. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar"})
package org.waymark.deadline;
