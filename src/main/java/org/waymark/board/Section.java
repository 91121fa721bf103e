package org.waymark.board;

import java.time.LocalDate;
import org.waymark.milestone.standing.OpenStep;

/** The parts of the board, in the order they are read. Each step is in one of them, or due later than this week. */
enum Section {
    /** Due since the last working day or within the last three days. */
    FRESH,
    /** Overdue for longer, up to a week. */
    RECENT,
    /** Due today or in the next six days. */
    WEEK,
    /** Overdue for more than a week. */
    LONG,
    /** Waiting for an outsider: counted apart, whatever its day. */
    WAITING;

    static final int DAYS = 7;
    private static final int NEW = 3;

    boolean overdue() {
        return this == FRESH || this == RECENT || this == LONG;
    }

    public String key() {
        return name().toLowerCase();
    }

    /** Where a step due before {@link #end} stands. */
    static Section of(OpenStep step, LocalDate today, LocalDate lastWorkday) {
        if (step.waits()) {
            return WAITING;
        }
        if (!step.dueOn().isBefore(today)) {
            return WEEK;
        }
        if (!step.dueOn().isBefore(freshFrom(today, lastWorkday))) {
            return FRESH;
        }
        return step.daysLate(today) > DAYS ? LONG : RECENT;
    }

    /** The first day whose steps are newly overdue; after a holiday that is the last working day before it. */
    static LocalDate freshFrom(LocalDate today, LocalDate lastWorkday) {
        LocalDate days = today.minusDays(NEW);
        return lastWorkday.isBefore(days) ? lastWorkday : days;
    }

    /** The first day that is not this week's any more. */
    static LocalDate end(LocalDate today) {
        return today.plusDays(DAYS);
    }
}
