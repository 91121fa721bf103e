package org.waymark.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Steps gathered by milestone, village and team, so that thousands of rows stay a page one can read. */
class Groups {

    /** Rows shown behind one group before the reader is sent to its own page. */
    static final int ROWS = 50;

    private Groups() {}

    /** One milestone in one village's team. */
    record Group(String key, List<OpenStep> steps, LocalDate today) {

        public OpenStep first() {
            return steps.get(0);
        }

        public long oldest() {
            return steps.stream().mapToLong(step -> step.daysLate(today)).max().orElse(0);
        }

        public long waiting() {
            return steps.stream().filter(OpenStep::waits).count();
        }

        /** Lamp of the group: red while something of ours is late, waiting when all of it waits for outsiders. */
        public String lamp() {
            if (steps.stream().anyMatch(step -> !step.waits() && step.daysLate(today) > 0)) {
                return "RED";
            }
            return waiting() == steps.size() ? "WAITING" : "YELLOW";
        }

        public String people(String language) {
            TreeSet<String> names = new TreeSet<>();
            steps.forEach(step -> {
                String name = "en".equals(language) ? step.personEn() : step.personZh();
                if (name != null) {
                    names.add(name);
                }
            });
            return String.join("en".equals(language) ? ", " : "、", names);
        }

        public String parties() {
            TreeSet<String> parties = new TreeSet<>();
            steps.stream().filter(OpenStep::waits).forEach(step -> parties.add(step.waitingParty()));
            return String.join("、", parties);
        }

        public List<OpenStep> shown() {
            return steps.subList(0, Math.min(ROWS, steps.size()));
        }

        public int more() {
            return Math.max(0, steps.size() - ROWS);
        }
    }

    static List<Group> of(List<OpenStep> steps, Predicate<OpenStep> kept, LocalDate today) {
        Map<String, List<OpenStep>> found = new LinkedHashMap<>();
        steps.stream().filter(kept).forEach(step -> found.computeIfAbsent(key(step), key -> new ArrayList<>())
                .add(step));
        return found.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue(), today))
                .toList();
    }

    private static String key(OpenStep step) {
        return String.join(
                "|",
                step.project(),
                String.valueOf(step.milestone()),
                String.valueOf(step.village()),
                String.valueOf(step.team()));
    }
}
