package org.waymark.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A later day asked for an open step (延期).
 *
 * @param rule the rule whose period it prolongs, null for a step due by working days
 * @param oldOn the day it was due when it was asked for
 * @param documentNo number of the paper behind it
 */
public record Extension(
        long id,
        String taskId,
        String instanceKey,
        String project,
        String rule,
        LocalDate oldOn,
        LocalDate wantedOn,
        String reason,
        String documentNo,
        State state,
        String askedBy,
        OffsetDateTime askedAt,
        String answeredBy,
        OffsetDateTime answeredAt,
        String answer) {

    /** ASKED waits for a leader; WITHDRAWN was taken back by whoever asked. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** Reason and paper as the log keeps them. */
    String told() {
        return reason + " · " + documentNo;
    }
}
