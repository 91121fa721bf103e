package org.waymark.deadline.parameter;

import java.time.OffsetDateTime;
import org.waymark.deadline.Rule;

/**
 * What a project settled of a rule for itself; a row is never changed, of one parameter the newest counts.
 *
 * @param section the lot (标段) whose objects it counts for, empty for the whole project
 * @param setting N: a whole number; UNIT: {@code D} or {@code WD}; OFF: {@code true} or {@code false}; TIERS: last days of
 *     the tiers, counted from the anchor, rising, e.g. {@code 3,7,15}
 * @param documentNo number of the paper that says so, e.g. of the plan
 */
public record Setting(
        long id,
        String project,
        String rule,
        Rule.Parameter parameter,
        String section,
        String setting,
        String reason,
        String documentNo,
        OffsetDateTime recordedAt,
        String recordedBy) {}
