package org.waymark.template.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plan in a diagram: milestones with weight and owner, and stages that can be started and finished. */
final class PlanRules {

    private static final String STAGE = "stage.";
    private static final String COMPLETION = "all|share:0\\.\\d+|share:1";

    private PlanRules() {}

    static List<Finding> check(Drawing drawing) {
        List<Finding> found = new ArrayList<>();
        milestones(drawing, found);
        stages(drawing, found);
        Set<String> starts = drawing.of("startEvent").stream()
                .filter(start -> start.xml().parent() == drawing.process().xml())
                .map(Drawn::id)
                .collect(Collectors.toSet());
        finish(drawing, drawing.process(), starts, String.join(", ", starts), found);
        return found;
    }

    private static void milestones(Drawing drawing, List<Finding> found) {
        List<Drawn> milestones = drawing.of("subProcess").stream()
                .filter(scope -> scope.id().startsWith("milestone_"))
                .toList();
        int sum = 0;
        for (Drawn milestone : milestones) {
            if (!milestone.attr("camunda:asyncBefore").equals("true")) {
                found.add(Finding.of(milestone, "async"));
            }
            if (milestone.property("owner").isBlank()) {
                found.add(Finding.of(milestone, "owner"));
            }
            if (!milestone.property("rule").matches(COMPLETION)) {
                found.add(Finding.of(milestone, "completion", milestone.property("rule")));
            }
            for (String number : List.of("weight", "workdays")) {
                if (!milestone.property(number).matches("\\d{1,4}")) {
                    found.add(Finding.of(milestone, "number", number, milestone.property(number)));
                }
            }
            after(milestone, milestones, found);
            String weight = milestone.property("weight");
            sum += weight.matches("\\d{1,4}") ? Integer.parseInt(weight) : 0;
        }
        if (!milestones.isEmpty() && sum != 100) {
            found.add(Finding.of(drawing.process(), "weights", sum));
        }
    }

    /** An object can only wait for a milestone it goes through before. */
    private static void after(Drawn milestone, List<Drawn> milestones, List<Finding> found) {
        String after = milestone.property("after");
        boolean known = milestones.stream()
                .takeWhile(one -> one != milestone)
                .anyMatch(one -> one.id().equals(after)
                        && one.property("roster").equals(milestone.property("roster"))
                        && !milestone.property("roster").isEmpty());
        if (!after.isEmpty() && !known) {
            found.add(Finding.of(milestone, "after", after));
        }
    }

    private static void stages(Drawing drawing, List<Finding> found) {
        Drawn process = drawing.process();
        Map<String, Drawn> byId = drawing.byId();
        Set<String> codes = new TreeSet<>();
        for (String name : process.properties(STAGE)) {
            if (name.indexOf('.', STAGE.length()) >= 0) {
                continue;
            }
            codes.add(name.substring(STAGE.length()));
            List<String> starts = Arrays.asList(process.property(name).trim().split("\\s+"));
            List<String> unknown =
                    starts.stream().filter(id -> !byId.containsKey(id)).toList();
            if (!unknown.isEmpty()) {
                found.add(Finding.of(process, "stageElement", name, String.join(", ", unknown)));
            } else {
                finish(drawing, process, Set.copyOf(starts), name, found);
            }
        }
        if (drawing.of("subProcess").isEmpty()) {
            drawing.of("userTask").stream()
                    .filter(task -> !codes.contains(task.property("stage")))
                    .forEach(task -> found.add(Finding.of(task, "stage", task.property("stage"))));
        }
    }

    /** From these elements an end must be reached, and no join may wait for a token that can never come. */
    private static void finish(Drawing drawing, Drawn process, Set<String> starts, String stage, List<Finding> found) {
        Set<String> reached = drawing.reach(starts);
        List<String> waiting = drawing.of("parallelGateway").stream()
                .filter(join -> !reached.contains(join.id()))
                .filter(join -> drawing.in(join).stream().anyMatch(flow -> drawing.passes(flow, reached)))
                .map(Drawn::id)
                .toList();
        boolean ends = drawing.of("endEvent").stream()
                .anyMatch(end -> reached.contains(end.id()) && end.xml().parent() == process.xml());
        if (!waiting.isEmpty()) {
            found.add(Finding.of(process, "join", stage, String.join(", ", waiting)));
        } else if (!ends) {
            found.add(Finding.of(process, "end", stage));
        }
    }
}
