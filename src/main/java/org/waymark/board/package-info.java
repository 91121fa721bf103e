/** Pages for leaders and managers: what is overdue and why, who answers, how far each project is. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"project", "milestone", "roster", "template", "calendar", "engine", "identity"})
package org.waymark.board;
