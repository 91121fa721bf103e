package org.waymark.deadline;

/** What a period is counted in: working days, calendar days, months, years. */
public enum Unit {
    WD,
    D,
    M,
    Y
}
