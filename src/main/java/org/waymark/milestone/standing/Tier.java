package org.waymark.milestone.standing;

import java.time.LocalDate;
import org.waymark.milestone.Milestone;
import org.waymark.project.Project;

/**
 * The bonus tier (奖励档期) a project is in.
 *
 * @param nth counted from 1
 * @param tiers how many there are
 * @param lastDay what is done on this day still earns its bonus
 * @param left calendar days until then; 0 on the day itself
 * @param open valid objects that have not done it
 * @param valid all valid objects
 */
public record Tier(
        Project project,
        Milestone milestone,
        String rule,
        int nth,
        int tiers,
        LocalDate lastDay,
        long left,
        long open,
        long valid) {}
