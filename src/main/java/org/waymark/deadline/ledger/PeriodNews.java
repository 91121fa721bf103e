package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.util.List;

/** What happens to periods, told inside the transaction that does it: whoever listens and fails undoes it all. */
public sealed interface PeriodNews {

    /** Days of running periods were moved: tasks and timers follow, or nothing does. */
    record Moved(List<Move> moves) implements PeriodNews {}

    /** Why a period ends on another day than before. */
    enum Why {
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
    record Move(LegalPeriod period, LocalDate oldDueOn, Why why, String detail) {}

    /**
     * A period that had to last was taken as elapsed, and would have to last longer by what is known now: somebody has to
     * decide, nothing is changed by itself.
     *
     * @param period as it was taken
     * @param dueOn the last full day it would have to last to
     * @param notice publication date of the notice that makes it longer
     */
    record Outgrown(LegalPeriod period, LocalDate dueOn, LocalDate notice) implements PeriodNews {}

    /** A period stands still: its step and task have no due day for now. */
    record Paused(LegalPeriod period, Pause.Order order) implements PeriodNews {}
}
