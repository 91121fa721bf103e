package org.waymark.deadline;

import java.time.LocalDate;
import java.util.Set;

/**
 * A version of a rule of the catalogue.
 *
 * @param anchor code of the event its period runs from; its name is the text {@code deadline.event.<code>}
 * @param authority law and article, in Chinese
 * @param effectiveFrom first day it is in force
 * @param effectiveTo last day it is in force, null while it is
 * @param mark found (read in the source), custom (practice, no law), unverified
 * @param comment what is not verified, and where the figures come from
 * @param extension null if the law knows none
 * @param parameters what a project may settle for itself, empty for most
 */
public record Rule(
        String code,
        Kind kind,
        Holder holder,
        int n,
        Unit unit,
        String anchor,
        Roll roll,
        String authority,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String mark,
        String comment,
        Extension extension,
        Set<Parameter> parameters) {

    /** What of a rule a project may settle for itself: the law leaves it open, or leaves it to the plan. */
    public enum Parameter {
        /** The number of units. */
        N,
        /** What is counted: working days or calendar days. */
        UNIT,
        /** Whether the rule applies at all. */
        OFF,
        /** The ends of several tiers, in days. */
        TIERS
    }

    /**
     * How often, and by how much at most each time, the law lets a period be prolonged or a paper renewed.
     *
     * @param times 1 or more
     * @param n units each time at most
     */
    public record Extension(int times, int n, Unit unit) {}

    public Rule {
        parameters = Set.copyOf(parameters);
        if (effectiveFrom == null) {
            throw new IllegalArgumentException("Rule %s does not say since when it is in force".formatted(code));
        }
        if (!Set.of("found", "custom", "unverified").contains(mark)) {
            throw new IllegalArgumentException("Rule %s has an unknown mark '%s'".formatted(code, mark));
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** The same with another length, as a project settled it; a last day that is a rest day goes where it usually does. */
    public Rule with(int newN, Unit newUnit) {
        return new Rule(
                code,
                kind,
                holder,
                newN,
                newUnit,
                anchor,
                newUnit == unit ? roll : Roll.usual(kind, newUnit),
                authority,
                effectiveFrom,
                effectiveTo,
                mark,
                comment,
                extension,
                parameters);
    }
}
