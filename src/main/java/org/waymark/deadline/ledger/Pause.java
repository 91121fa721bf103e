package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A time a period stood still (中止计时).
 *
 * @param pausedOn the last day that counts before it
 * @param documentNo the paper that says so
 * @param resumedOn the first day that counts again, null while it stands still
 */
public record Pause(
        long id,
        String instanceKey,
        String project,
        String rule,
        LocalDate pausedOn,
        String reason,
        String documentNo,
        String pausedBy,
        OffsetDateTime pausedAt,
        LocalDate resumedOn,
        String resumeReason,
        String resumeDocument) {

    /** Why, when and by which paper a period stands still or goes on. */
    public record Order(LocalDate on, String reason, String documentNo, String who) {

        /** Reason and paper as the log keeps them. */
        public String told() {
            return reason + " · " + documentNo;
        }
    }
}
