package org.waymark.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the office has planned of a project beside its process.
 *
 * @param kind what sort of project it is in the town's list, e.g. {@code road}
 * @param parent code of the project it is a phase of, null if it stands alone
 * @param investment total, in 10,000 yuan (万元), null if not known
 * @param needs what it waits for in other projects
 * @param madeUp names of the fields that are not known but made up
 */
public record Plan(
        String kind,
        String parent,
        BigDecimal investment,
        List<Quantity> quantities,
        List<Need> needs,
        List<Year> years,
        Set<String> madeUp) {

    /** Nothing is known. */
    public static Plan of(String kind) {
        return new Plan(kind, null, null, List.of(), List.of(), List.of(), Set.of());
    }

    /** Names of the made-up fields in their order, by blanks; null if nothing is made up. */
    String madeUpFields() {
        return madeUp.isEmpty() ? null : String.join(" ", new TreeSet<>(madeUp));
    }

    /** What a project makes or moves, in {@code unit}: how much is planned, how much is done by now. */
    public record Quantity(
            String code, String nameZh, String nameEn, String unit, BigDecimal planned, BigDecimal done) {

        public String name(String language) {
            return "en".equals(language) ? nameEn : nameZh;
        }
    }

    /**
     * The project waits before a milestone of its own until another project has come far enough.
     *
     * @param onMilestone milestone the other one must have reached, null if a quantity is meant
     * @param onQuantity quantity of which the other one must have done {@code atLeast}, null if a milestone is meant
     */
    public record Need(
            String project,
            String milestone,
            String onProject,
            String onMilestone,
            String onQuantity,
            BigDecimal atLeast,
            String note) {

        public Need {
            if ((onMilestone == null) == (onQuantity == null) || (onQuantity == null) != (atLeast == null)) {
                throw new IllegalArgumentException(
                        "%s waits for %s: either a milestone or an amount of a quantity must be named"
                                .formatted(project, onProject));
            }
        }

        /** Whether it waits at the same place for the same thing, whatever is noted of it. */
        public boolean sameAs(Need other) {
            return project.equals(other.project)
                    && Objects.equals(milestone, other.milestone)
                    && onProject.equals(other.onProject)
                    && Objects.equals(onMilestone, other.onMilestone)
                    && Objects.equals(onQuantity, other.onQuantity)
                    && (atLeast == null
                            ? other.atLeast == null
                            : other.atLeast != null && atLeast.compareTo(other.atLeast) == 0);
        }
    }

    /**
     * What a year is to bring.
     *
     * @param investment in 10,000 yuan, null if not known
     * @param target in the words of the year's list, null if it has none
     */
    public record Year(int year, BigDecimal investment, String target) {}
}
