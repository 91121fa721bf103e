package org.waymark.progress;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/**
 * The report of one project for one month.
 *
 * @param reportMonth first day of the month
 * @param reportKey business key of its process instance
 * @param dueOn last day for it, which ends at 24:00
 * @param processInstance the engine's id, null while it was never opened
 * @param reportedAt when it was first submitted, null while it was not
 * @param version of its newest figures, 0 while there are none
 */
public record Report(
        long id,
        String project,
        LocalDate reportMonth,
        String reportKey,
        State state,
        LocalDate dueOn,
        String processInstance,
        OffsetDateTime reportedAt,
        int version) {

    /**
     * REQUESTED becomes OPEN when its task is there; MISSED was never asked for in time; ENDED had its project end before
     * it was reported; FAILED could not be opened.
     */
    public enum State {
        REQUESTED,
        OPEN,
        REPORTED,
        MISSED,
        ENDED,
        FAILED
    }

    public YearMonth month() {
        return YearMonth.from(reportMonth);
    }

    /** Whether somebody may still ask for its task: it is not there, and nothing was reported. */
    public boolean canBeAsked() {
        return state == State.MISSED || state == State.FAILED;
    }
}
