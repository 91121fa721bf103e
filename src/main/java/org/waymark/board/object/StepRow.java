package org.waymark.board.object;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.waymark.milestone.form.StepContents.Contents;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.step.Step;

/**
 * A step on the page of its object or project.
 *
 * @param who whose turn it is or was
 * @param contents what was entered, as far as the reader may see it
 * @param still whether its project is suspended: nothing of it is late, and no lamp is lit
 */
public record StepRow(Step step, String who, Contents contents, LocalDate today, boolean still) {

    public boolean open() {
        return step.state() == Step.State.OPEN;
    }

    public boolean waits() {
        return open() && step.waitingParty() != null;
    }

    public long daysWaited() {
        return step.waitingSince() == null ? 0 : ChronoUnit.DAYS.between(step.waitingSince(), today);
    }

    /** Days from today to the due day; negative when it has passed. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, step.dueOn());
    }

    /** Days the step was done, or is open, after its due day; 0 if it was in time or its period is not ours. */
    public long daysLate() {
        LocalDate until = open() ? today : step.happenedOn();
        return step.dueOn() == null || until == null || waits() || open() && still || !"OURS".equals(step.holder())
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(step.dueOn(), until));
    }

    /** Days it was late already when it began to wait: a wait explains what comes after it, not what was before. */
    public long lateBefore() {
        return waits() && step.dueOn() != null && "OURS".equals(step.holder())
                ? Math.max(0, ChronoUnit.DAYS.between(step.dueOn(), step.waitingSince()))
                : 0;
    }

    /** Colour of the lamp of an open step, null where none is lit. */
    public Lamp.Color lamp() {
        if (!open() || still || !"OURS".equals(step.holder())) {
            return null;
        }
        if (waits()) {
            return Lamp.Color.WAITING;
        }
        if (step.dueOn() == null) {
            return null;
        }
        if (daysLate() > 0) {
            return Lamp.Color.RED;
        }
        return step.dueOn().isAfter(Lamp.soonUntil(today)) ? Lamp.Color.GREEN : Lamp.Color.YELLOW;
    }
}
