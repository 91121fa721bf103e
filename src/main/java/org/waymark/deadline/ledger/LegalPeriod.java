package org.waymark.deadline.ledger;

import java.time.LocalDate;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;

/**
 * A period of law in one case or project, as it runs or ran.
 *
 * @param instanceKey case key or project code
 * @param ruleFrom first day of the version of the rule that counts: the one in force on the anchor's day
 * @param rawOn where the count ends, before any roll
 * @param dueOn MAX: not later than this day; MIN: its last full day; BACK: at the latest; VALID: the last day it is valid;
 *     WINDOW: the last day it is open
 * @param originalDueOn what was computed first
 * @param moved how often the day was moved since
 * @param calendarAsOf publication date of the newest notice it was computed with
 * @param provisional whether it rests on a year without a notice
 * @param endedOn the day it was kept, ran out or was dropped; null while it runs
 * @param pauses how often it stood still and went on again
 * @param extensions how often it was prolonged
 * @param extendedBy by how much altogether: working days of a period in working days, else calendar days
 */
public record LegalPeriod(
        long id,
        String instanceKey,
        String project,
        String rule,
        LocalDate ruleFrom,
        Kind kind,
        Holder holder,
        String anchorEvent,
        LocalDate anchorOn,
        LocalDate rawOn,
        LocalDate dueOn,
        LocalDate originalDueOn,
        int moved,
        LocalDate calendarAsOf,
        boolean provisional,
        State state,
        LocalDate endedOn,
        int pauses,
        int extensions,
        int extendedBy) {

    /**
     * RUNNING; PAUSED (中止计时); DONE, what had to be done or could be asked for was; LAPSED, a citizen's ran out; ELAPSED,
     * what had to last has; DROPPED with its case or by a return.
     */
    public enum State {
        RUNNING,
        PAUSED,
        DONE,
        LAPSED,
        ELAPSED,
        DROPPED
    }

    /** The same as it runs again after it stood still. */
    LegalPeriod goingOn() {
        return with(State.RUNNING, pauses + 1, extensions, extendedBy);
    }

    LegalPeriod standingStill() {
        return with(State.PAUSED, pauses, extensions, extendedBy);
    }

    /** The same, prolonged once more by so many units. */
    LegalPeriod prolonged(int more) {
        return with(state, pauses, extensions + 1, extendedBy + more);
    }

    private LegalPeriod with(State stands, int stood, int times, int more) {
        return new LegalPeriod(
                id,
                instanceKey,
                project,
                rule,
                ruleFrom,
                kind,
                holder,
                anchorEvent,
                anchorOn,
                rawOn,
                dueOn,
                originalDueOn,
                moved,
                calendarAsOf,
                provisional,
                stands,
                endedOn,
                stood,
                times,
                more);
    }

    public boolean open() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether it was done after its last day; nothing is late that is not ours. */
    public boolean late() {
        return holder == Holder.OURS && state == State.DONE && endedOn.isAfter(dueOn);
    }
}
