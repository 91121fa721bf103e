/** Who is told what and when: the ledger of reminders, one digest per person and morning, and the mail going out. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "project",
            "milestone",
            "milestone :: standing",
            "milestone :: need",
            "calendar",
            "deadline :: ledger",
            "identity"
        })
package org.waymark.reminder;
