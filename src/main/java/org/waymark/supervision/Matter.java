package org.waymark.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A period that had to last and was taken as elapsed, and would have to last longer by a later notice (待决事项).
 *
 * @param dueOn its last full day as it was taken
 * @param endedOn the day it was taken as elapsed
 * @param wouldOn the last full day it would have to last to
 * @param noticeOn publication date of the notice
 * @param decision null while nobody has decided
 * @param target element the case is to be sent back to, null if it is kept
 */
public record Matter(
        long id,
        long period,
        String project,
        String instanceKey,
        String rule,
        LocalDate dueOn,
        LocalDate endedOn,
        LocalDate wouldOn,
        LocalDate noticeOn,
        OffsetDateTime foundAt,
        Decision decision,
        String target,
        String reason,
        String decidedBy,
        OffsetDateTime decidedAt) {

    /** KEEP: what was done stands (维持); RETURN: it is to be done again (退回重办), by whoever sends the case back. */
    public enum Decision {
        KEEP,
        RETURN
    }
}
