/** Monthly reports of projects: opened on the 20th, due the 25th, locked when their month closes, corrected in sight. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "project :: life",
            "milestone :: step",
            "milestone :: log",
            "roster :: amount",
            "template",
            "engine",
            "calendar",
            "identity"
        })
package org.waymark.progress;
