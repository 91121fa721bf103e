package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Days of running periods were moved; told inside the transaction that moves them, so that tasks and timers follow or
 * nothing does.
 */
public record PeriodsMoved(List<Move> moves) {

    /** Why a period ends on another day than before. */
    public enum Why {
        /** The notices of days off changed. */
        NOTICE,
        /** The day it runs from was corrected. */
        ANCHOR,
        /** It was paused and runs again. */
        PAUSE,
        /** Somebody entitled to prolonged it. */
        EXTENSION,
        /** The project's own number of days was changed. */
        PARAMETER
    }

    /**
     * One period; {@code period} is as it is now.
     *
     * @param oldDueOn the day before the move
     * @param detail date of the notice or number of the paper behind it, may be null
     */
    public record Move(LegalPeriod period, LocalDate oldDueOn, Why why, String detail) {}
}
