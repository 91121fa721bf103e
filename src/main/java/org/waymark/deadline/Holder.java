package org.waymark.deadline;

/** Whose period it is. Only OURS can be overdue; THEIRS, a citizen's, lapses; a COURT's is somebody else's. */
public enum Holder {
    OURS,
    THEIRS,
    COURT
}
