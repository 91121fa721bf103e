/** Milestones, steps, entries and the change log; the sole writer of them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "project :: life",
            "project :: portfolio",
            "template",
            "template :: contract",
            "evidence",
            "engine",
            "engine :: timer",
            "deadline",
            "deadline :: service",
            "deadline :: ledger",
            "deadline :: parameter",
            "deadline :: kind",
            "calendar",
            "identity"
        })
package org.waymark.milestone;
