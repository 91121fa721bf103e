package org.waymark.milestone.standing;

import java.util.List;
import org.waymark.milestone.Milestone;

/**
 * How far a project is: Σ weight × (1 if reached, else closed / valid objects), over the milestones that count. What was
 * skipped or cancelled is left out and its weight shared out over the rest.
 */
public final class Progress {

    private Progress() {}

    /** A milestone's part; {@code valid} is 0 for one without a roster. */
    public record Part(int weight, Milestone.State state, long closed, long valid) {

        boolean counts() {
            return state != Milestone.State.SKIPPED && state != Milestone.State.CANCELLED;
        }

        /** From 0 to 1. */
        public double share() {
            if (state.done()) {
                return 1;
            }
            return valid == 0 ? 0 : (double) closed / valid;
        }
    }

    /** From 0 to 1; 0 if nothing counts. */
    public static double of(List<Part> parts) {
        double all = parts.stream().filter(Part::counts).mapToInt(Part::weight).sum();
        double done = parts.stream()
                .filter(Part::counts)
                .mapToDouble(part -> part.weight() * part.share())
                .sum();
        return all == 0 ? 0 : done / all;
    }
}
