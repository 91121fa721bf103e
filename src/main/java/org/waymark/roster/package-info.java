/** Objects of a project and their cases: import, chunks, gate, roll-up. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "project :: life",
            "milestone",
            "milestone :: step",
            "milestone :: log",
            "template",
            "evidence",
            "deadline",
            "deadline :: ledger",
            "deadline :: service",
            "deadline :: parameter",
            "engine",
            "identity"
        })
package org.waymark.roster;
