package org.waymark.board;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.project.Project;

/**
 * What a project's page shows of its plan.
 *
 * @param unit name of the lead unit, null if it has none
 * @param madeUp names of the fields that are made up
 */
record PlanFacts(Project project, String unit, Set<String> madeUp) {

    static PlanFacts of(Project project, Map<String, String> units) {
        return new PlanFacts(
                project,
                units.getOrDefault(project.unit(), project.unit()),
                project.madeUp() == null
                        ? Set.of()
                        : new TreeSet<>(Arrays.asList(project.madeUp().split(" "))));
    }

    /** Whether a field is made up, as a whole or in a part of it. */
    public boolean invented(String field) {
        return madeUp.stream().anyMatch(name -> name.equals(field) || name.startsWith(field + "."));
    }

    /** The fields that are made up, as {@code portfolio.field} names them. */
    public Set<String> invented() {
        Set<String> fields = new TreeSet<>();
        madeUp.forEach(name -> fields.add(name.startsWith("years.") ? name : name.split("\\.")[0]));
        return fields;
    }
}
