package org.waymark.milestone;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * A milestone of a project.
 *
 * @param element id of its sub-process in the diagram
 * @param completion {@code all}, or {@code share:0.95} of the valid objects
 * @param follows milestone an object's case must be closed in before its case here opens, null if it waits for none
 * @param round how often it was entered
 * @param originalOn the first planned day, never overwritten
 */
public record Milestone(
        long id,
        String project,
        String element,
        int seq,
        String nameZh,
        String nameEn,
        int weight,
        String completion,
        String roster,
        String caseProcess,
        String follows,
        String owner,
        State state,
        int round,
        LocalDate plannedOn,
        LocalDate originalOn,
        LocalDate actualOn,
        LocalDate forecastOn,
        LocalDate openedOn) {

    /** States of a milestone; IMPORTED was reached before Waymark was adopted. */
    public enum State {
        PLANNED,
        OPEN,
        REACHED,
        SKIPPED,
        CANCELLED,
        IMPORTED;

        /** Whether the rules allow {@code next} after this state. Anything may be entered again: that is a new round. */
        public boolean canBecome(State next) {
            Set<State> allowed =
                    switch (this) {
                        case PLANNED -> EnumSet.of(OPEN, SKIPPED, CANCELLED, IMPORTED);
                        case OPEN -> EnumSet.of(REACHED, CANCELLED);
                        case REACHED, SKIPPED, CANCELLED, IMPORTED -> EnumSet.of(OPEN);
                    };
            return allowed.contains(next);
        }

        public boolean done() {
            return this == REACHED || this == IMPORTED;
        }
    }

    /** The round that what is added to its roster now belongs to: the present one, or the one to come. */
    public int roundOfAdditions() {
        return state == State.OPEN || state.done() ? round : round + 1;
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
