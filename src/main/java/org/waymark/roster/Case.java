package org.waymark.roster;

import java.time.LocalDate;

/**
 * An object going through a milestone: object, milestone and run.
 *
 * @param caseKey business key of its process instance
 * @param stage where it stands now, a stage code of its diagram
 * @param imported whether it was under way or closed before Waymark was adopted
 * @param late whether it was added or opened again after the milestone's gate had let the project through
 * @param anchors days its stage's periods run from, {@code event=day} separated by commas
 */
public record Case(
        long id,
        String caseKey,
        long objectId,
        String project,
        String milestone,
        int run,
        String process,
        String processInstance,
        State state,
        String stage,
        String startStage,
        String anchors,
        boolean imported,
        boolean late,
        LocalDate closedOn,
        String outcome) {

    /** REQUESTED waits for the worker that opens cases in chunks. */
    public enum State {
        REQUESTED,
        OPEN,
        CLOSED,
        CANCELLED
    }
}
