/** Periods stopped and prolonged with sign-off, and what a later notice leaves to be decided. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "milestone",
            "milestone :: step",
            "milestone :: log",
            "deadline",
            "deadline :: ledger",
            "calendar",
            "template",
            "engine",
            "identity"
        })
package org.waymark.supervision;
