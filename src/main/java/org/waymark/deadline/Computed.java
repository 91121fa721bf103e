package org.waymark.deadline;

import java.time.LocalDate;
import org.waymark.calendar.CalendarVersion;

/**
 * What a period comes to.
 *
 * @param rawEnd where the count ends, before any roll
 * @param due the day the period itself ends; MAX: not later than this day, MIN: its last full day, BACK: at the latest,
 *     VALID: the last day it is valid, WINDOW: the last day it is open, TIER: the last day of the tier
 * @param provisional whether it rests on a year without a notice
 */
public record Computed(
        Kind kind,
        Unit unit,
        int n,
        LocalDate anchor,
        LocalDate rawEnd,
        LocalDate due,
        CalendarVersion calendar,
        boolean provisional)
        implements Outcome {

    public boolean rolled() {
        return !rawEnd.equals(due);
    }

    /** The last day of a period that runs on from its anchor. */
    public LocalDate lastDay() {
        return only(kind != Kind.BACK, due, "last day");
    }

    /** The first day on which what waits for a MIN or VALID period to be over may go on. */
    public LocalDate earliest() {
        return only(kind == Kind.MIN || kind == Kind.VALID, due.plusDays(1), "earliest day");
    }

    /** The first day a WINDOW is open: the opening day itself is not counted (民法典 201). */
    public LocalDate opens() {
        return only(kind == Kind.WINDOW, anchor.plusDays(1), "first day");
    }

    /** The latest day before the event of a BACK period. */
    public LocalDate latest() {
        return only(kind == Kind.BACK, due, "latest day");
    }

    private LocalDate only(boolean fits, LocalDate day, String what) {
        if (!fits) {
            throw new IllegalStateException("A %s period from %s has no %s".formatted(kind, anchor, what));
        }
        return day;
    }
}
