/** Pages for leaders and managers: what is overdue and why, who answers, how far each project is. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "project :: portfolio",
            "project :: life",
            "milestone",
            "milestone :: form",
            "milestone :: step",
            "milestone :: standing",
            "milestone :: plan",
            "milestone :: need",
            "milestone :: log",
            "roster",
            "roster :: amount",
            "progress",
            "progress :: indicator",
            "template",
            "calendar",
            "deadline",
            "deadline :: api",
            "deadline :: ledger",
            "deadline :: service",
            "deadline :: parameter",
            "supervision",
            "engine",
            "engine :: clock",
            "identity"
        })
package org.waymark.board;
