package org.waymark.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.milestone.standing.OpenStep;

/** Steps by section, and there by milestone, village and team: thousands of rows stay a page one can read. */
final class Groups {

    /** A section of more rows than this would be a page of megabytes. */
    static final int MOST = 300;

    /** Of a section with more groups than this the page first says how many there are. */
    static final int UNFOLDED = 12;

    private final LocalDate today;
    private final LocalDate lastWorkday;
    private final Map<Section, Map<Place, List<OpenStep>>> found = new LinkedHashMap<>();

    private Groups(LocalDate today, LocalDate lastWorkday) {
        this.today = today;
        this.lastWorkday = lastWorkday;
        Arrays.stream(Section.values()).forEach(section -> found.put(section, new LinkedHashMap<>()));
    }

    /** Where a group's steps are; each may be null. */
    record Place(String project, String milestone, String village, String team) {

        static Place of(OpenStep step) {
            return new Place(step.project(), step.milestone(), step.village(), step.team());
        }
    }

    /** A section as the page shows it: its groups, and how many steps they hold together. */
    public record Part(Section section, List<Group> groups, LocalDate from, LocalDate to) {

        /** Whether the rows stand behind their groups; of a longer section each group only links to its own page. */
        public boolean open() {
            return count() <= MOST;
        }

        /** Whether its groups are shown at once; what is newly overdue always is. */
        public boolean unfolded() {
            return section == Section.FRESH || groups.size() <= UNFOLDED;
        }

        public int count() {
            return groups.stream().mapToInt(group -> group.steps().size()).sum();
        }
    }

    /** Steps keep their order, so that each group and each section begins with the longest overdue. */
    static List<Part> of(List<OpenStep> steps, LocalDate today, LocalDate lastWorkday) {
        Groups groups = new Groups(today, lastWorkday);
        steps.forEach(groups::add);
        return Arrays.stream(Section.values()).map(groups::part).toList();
    }

    private void add(OpenStep step) {
        found.get(Section.of(step, today, lastWorkday))
                .computeIfAbsent(Place.of(step), place -> new ArrayList<>())
                .add(step);
    }

    private Part part(Section section) {
        List<Group> groups = found.get(section).values().stream()
                .map(steps -> new Group(section, steps, today))
                .toList();
        LocalDate fresh = Section.freshFrom(today, lastWorkday);
        return switch (section) {
            case FRESH -> new Part(section, groups, fresh, today.minusDays(1));
            case RECENT -> new Part(section, groups, today.minusDays(Section.DAYS), fresh.minusDays(1));
            case WEEK -> new Part(section, groups, today, Section.end(today).minusDays(1));
            case LONG -> new Part(section, groups, null, today.minusDays(Section.DAYS + 1L));
            case WAITING -> new Part(section, groups, null, null);
        };
    }
}
