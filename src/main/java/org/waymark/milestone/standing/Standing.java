package org.waymark.milestone.standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.standing.Lamp.Figures;
import org.waymark.milestone.standing.OpenSteps.Key;
import org.waymark.milestone.standing.StandingTable.CaseCount;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Where projects and their milestones stand today: figures, lamp and share. */
@Service
public class Standing {

    /** What to look at first: by the lamp's colour, then what has been late for longest, a milestone before its steps. */
    private static final Comparator<Now> FIRST = Comparator.<Now>comparingInt(
                    one -> one.lamp().rank())
            .thenComparing(one -> one.lamp().ofLateSteps())
            .thenComparing(one -> one.steps().oldest(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Projects projects;
    private final Milestones milestones;
    private final OpenSteps steps;
    private final StandingTable table;
    private final Clock clock;

    Standing(Projects projects, Milestones milestones, OpenSteps steps, StandingTable table, Clock clock) {
        this.projects = projects;
        this.milestones = milestones;
        this.steps = steps;
        this.table = table;
        this.clock = clock;
    }

    /**
     * A milestone today.
     *
     * @param share how far it is, 0 to 1
     * @param valid objects in its roster, 0 without one
     * @param closed of those the ones whose newest case is closed
     * @param open of those the ones with a case under way
     * @param late open cases that were added or opened again after its gate
     */
    public record Now(
            Milestone milestone,
            Lamp lamp,
            double share,
            long valid,
            long closed,
            long open,
            long late,
            Figures steps) {}

    /**
     * A project today.
     *
     * @param lamp the lamp to look at first of those of its milestones, of late steps with all there are; grey while it is
     *     not running
     * @param leading the milestone whose lamp that is, of several with late steps the one with the oldest; null if the lamp
     *     is not a milestone's
     * @param others how many more milestones have late steps, while the lamp speaks of those
     */
    public record Whole(Project project, List<Now> milestones, double share, Lamp lamp, Milestone leading, int others) {

        public long percent() {
            return (long) Math.floor(share * 100);
        }

        public long overdue() {
            return milestones.stream().mapToLong(now -> now.steps().overdue()).sum();
        }

        /** The milestones under way. */
        public List<Now> current() {
            return milestones.stream()
                    .filter(now -> now.milestone().state() == Milestone.State.OPEN)
                    .toList();
        }
    }

    private record Counts(
            Map<Key, Figures> steps, Map<Key, CaseCount> cases, Map<Key, Long> valid, Set<Key> awaiting) {}

    public List<Whole> all() {
        return of(projects.all());
    }

    /** Where these stand: however many they are, what is needed is asked for once. */
    public List<Whole> of(List<Project> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        LocalDate today = today();
        Counts counts = new Counts(steps.figures(today), table.cases(), table.valid(), table.awaiting());
        var byProject = milestones.of(some.stream().map(Project::code).toList());
        return some.stream()
                .map(project -> whole(project, byProject.getOrDefault(project.code(), List.of()), counts, today))
                .toList();
    }

    public Whole of(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
    }

    /** Empty if there is no such project. */
    public Optional<Whole> find(String code) {
        LocalDate today = today();
        return projects.find(code)
                .map(project -> whole(
                        project,
                        milestones.of(code),
                        new Counts(steps.figures(code, today), table.cases(code), table.valid(code), table.awaiting()),
                        today));
    }

    private static Whole whole(Project project, List<Milestone> all, Counts counts, LocalDate today) {
        List<Now> now = all.stream()
                .map(milestone -> now(project, milestone, counts, today))
                .toList();
        double share = Progress.of(now.stream()
                .map(one -> new Progress.Part(
                        one.milestone().weight(), one.milestone().state(), one.closed(), one.valid()))
                .toList());
        if (project.state() != Project.State.RUNNING) {
            return new Whole(project, now, share, Lamp.off(project), null, 0);
        }
        // what is done is past: the lamp speaks of what is under way or still to come
        List<Now> ahead = now.stream()
                .filter(one -> one.milestone().state() == Milestone.State.OPEN
                        || one.milestone().state() == Milestone.State.PLANNED)
                .toList();
        if (ahead.isEmpty()) {
            boolean done = now.stream().anyMatch(one -> one.milestone().state().done());
            return new Whole(project, now, share, done ? Lamp.allDone() : Lamp.worst(List.of()), null, 0);
        }
        Now first = ahead.stream().min(FIRST).orElseThrow();
        if (!first.lamp().ofLateSteps()) {
            return new Whole(project, now, share, first.lamp(), first.milestone(), 0);
        }
        List<Now> late = ahead.stream().filter(one -> one.steps().overdue() > 0).toList();
        Figures together = late.stream().map(Now::steps).reduce(Figures.NONE, Figures::and);
        return new Whole(project, now, share, Lamp.ofSteps(together, today), first.milestone(), late.size() - 1);
    }

    private static Now now(Project project, Milestone milestone, Counts counts, LocalDate today) {
        Key key = new Key(milestone.project(), milestone.element());
        CaseCount cases = counts.cases().getOrDefault(key, CaseCount.NONE);
        long valid = milestone.roster() == null
                ? 0
                : counts.valid().getOrDefault(new Key(milestone.project(), milestone.roster()), 0L);
        double share = new Progress.Part(milestone.weight(), milestone.state(), cases.closed(), valid).share();
        Figures figures = counts.steps().getOrDefault(key, Figures.NONE).withShare(share);
        boolean ahead = milestone.state() == Milestone.State.OPEN || milestone.state() == Milestone.State.PLANNED;
        Lamp lamp = ahead && project.state() == Project.State.SUSPENDED
                ? Lamp.off(project)
                : counts.awaiting().contains(key) && figures.overdue() == 0
                        ? Lamp.awaiting()
                        : Lamp.of(milestone, figures, today);
        return new Now(milestone, lamp, share, valid, cases.closed(), cases.open(), cases.late(), figures);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
