/** The public API: projects, overdue steps, reminders. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "deadline",
            "deadline :: api",
            "deadline :: ledger",
            "deadline :: service",
            "milestone",
            "milestone :: standing",
            "roster",
            "template",
            "reminder",
            "engine",
            "identity"
        })
package org.waymark.report;
