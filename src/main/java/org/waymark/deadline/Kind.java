package org.waymark.deadline;

/** What a period means: not later than, at least, at the latest before, valid until, only between, by tier. */
public enum Kind {
    MAX,
    MIN,
    BACK,
    VALID,
    WINDOW,
    TIER
}
