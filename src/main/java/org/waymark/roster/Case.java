package org.waymark.roster;

import java.time.LocalDate;

/**
 * An object going through a milestone: object, milestone and run.
 *
 * @param caseKey business key of its process instance
 * @param round round of its milestone that waits for it
 * @param stage where it stands now, a stage code of its diagram
 * @param imported whether it was under way or closed before Waymark was adopted
 * @param late whether it was added or opened again after the milestone's gate had let the project through
 * @param failure why it could not be opened, while it is FAILED
 * @param anchors days its stage's periods run from, {@code event=day} separated by commas
 */
public record Case(
        long id,
        String caseKey,
        long objectId,
        String project,
        String milestone,
        int run,
        int round,
        String process,
        String processInstance,
        State state,
        String stage,
        String startStage,
        String anchors,
        boolean imported,
        boolean late,
        LocalDate closedOn,
        String outcome,
        String failure) {

    /** REQUESTED waits for the worker that opens cases in chunks; FAILED could not be opened and waits for somebody. */
    public enum State {
        REQUESTED,
        FAILED,
        OPEN,
        CLOSED,
        CANCELLED;

        /** Whether it is still to come to an end. */
        public boolean unfinished() {
            return this != CLOSED && this != CANCELLED;
        }
    }
}
