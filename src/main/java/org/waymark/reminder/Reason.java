package org.waymark.reminder;

/** Why somebody is told, the nearest to the work first. */
enum Reason {
    ASSIGNEE,
    RESPONSIBLE,
    GROUP,
    OWNER,
    LEADER
}
