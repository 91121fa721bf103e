package org.waymark.milestone.need;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.waymark.project.Project;

/**
 * What a project waits for in another one, and whether it has it.
 *
 * @param project who waits
 * @param milestone id of its milestone that is held up
 * @param on whom it waits for
 * @param onMilestone id of the milestone the other one must reach, null if an amount is meant
 * @param onQuantity code of the quantity, null if a milestone is meant
 * @param atLeast amount needed, in the quantity's unit
 * @param done amount done by now
 * @param since the day it was met; null if it is not, or if that is not known
 * @param waiver who let the project go on without it, null if nobody did
 */
public record NeedState(
        long id,
        Project project,
        String milestone,
        Project on,
        String onMilestone,
        String onQuantity,
        BigDecimal atLeast,
        BigDecimal done,
        String note,
        Status status,
        LocalDate since,
        Waiver waiver) {

    /**
     * A decision that the project need not wait any more (免除).
     *
     * @param document number of the decision
     */
    public record Waiver(LocalDate on, String by, String reason, String document) {}

    /** NEVER: the other one has ended, or goes another way, and will not bring it any more. */
    public enum Status {
        MET,
        WAIVED,
        UNMET,
        NEVER;

        /** Whether it holds nobody up. */
        public boolean lets() {
            return this == MET || this == WAIVED;
        }
    }

    /** Whether a decision can still let the project go on without it. */
    public boolean waivable() {
        return !status.lets() && project.state().alive();
    }
}
