package org.waymark.milestone.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * New planned days, proposed for a project's milestones (调整计划).
 *
 * @param year the year it was proposed in
 * @param version number of the plan it made, null unless approved
 */
public record Proposal(
        long id,
        String project,
        int year,
        Integer version,
        String reason,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        String answeredBy,
        OffsetDateTime answeredAt,
        String answer) {

    /** PROPOSED waits for a leader; WITHDRAWN was taken back by whoever proposed it. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** One milestone's part of it; {@code oldOn} is what was planned when it was proposed. */
    public record Day(String milestone, LocalDate oldOn, LocalDate newOn) {}
}
