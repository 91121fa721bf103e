package org.waymark.reminder;

/** Why somebody is told, the nearest to the work first. */
public enum Reason {
    ASSIGNEE,
    RESPONSIBLE,
    GROUP,
    OWNER,
    LEADER
}
