package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.engine.Models;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The milestones of all projects. */
@Service
public class Milestones {

    private final MilestoneTable table;
    private final ChangeLog log;
    private final Projects projects;
    private final Models models;
    private final Engine engine;
    private final Steps steps;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Milestones(
            MilestoneTable table,
            ChangeLog log,
            Projects projects,
            Models models,
            Engine engine,
            Steps steps,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.projects = projects;
        this.models = models;
        this.engine = engine;
        this.steps = steps;
        this.news = news;
        this.clock = clock;
    }

    /** In the order of the diagram. */
    public List<Milestone> of(String project) {
        return table.of(project);
    }

    /** The same of several projects, asked for once; a project without milestones is not there. */
    public Map<String, List<Milestone>> of(Collection<String> projects) {
        return projects.isEmpty()
                ? Map.of()
                : table.of(projects).stream().collect(Collectors.groupingBy(Milestone::project));
    }

    public Optional<Milestone> find(String project, String element) {
        return table.find(project, element);
    }

    /**
     * The milestone, locked until the transaction ends. Whatever depends on its state and writes takes this lock first,
     * before a gate, an object or a case.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Milestone lock(String project, String element) {
        return table.lock(project, element)
                .orElseThrow(
                        () -> new NoSuchElementException("Project %s has no milestone %s".formatted(project, element)));
    }

    /** Marks what no token of the project can come to any more as skipped; asked after every move and by the sweep. */
    @Transactional
    public void settle(String code) {
        Project project = projects.find(code).orElseThrow();
        if (project.state() == Project.State.SUSPENDED) {
            return; // it stands where it stood, and what lies ahead still does
        }
        Set<String> ahead = project.state() == Project.State.RUNNING && project.processInstance() != null
                ? models.ofInstance(project.processInstance())
                        .reachableFrom(engine.positions(project.processInstance()))
                : Set.of();
        State gone = project.state() == Project.State.CANCELLED ? State.CANCELLED : State.SKIPPED;
        table.of(code).stream()
                .filter(milestone -> milestone.state() == State.PLANNED && !ahead.contains(milestone.element()))
                .forEach(milestone -> become(milestone, gone, null));
    }

    void enter(String project, String element) {
        Milestone milestone = lock(project, element);
        // A start before the milestone itself is told twice: when it is asked for, and when its job runs.
        if (milestone.state() == State.OPEN) {
            return;
        }
        check(milestone, State.OPEN);
        table.open(milestone, today());
        tell(milestone, State.OPEN, today());
    }

    void leave(String project, String element, boolean cancelled) {
        Milestone milestone = lock(project, element);
        if (milestone.state() == State.OPEN) {
            become(milestone, cancelled ? State.CANCELLED : State.REACHED, cancelled ? null : reachedOn(milestone));
        }
    }

    /** A milestone, locked by the caller, is planned for another day; the original day stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(Milestone locked, LocalDate day, String reason) {
        table.plan(locked.id(), day);
        log.add(new Change(
                locked.project(),
                "milestone.replanned",
                locked.element(),
                locked.plannedOn().toString(),
                day.toString(),
                reason,
                today()));
    }

    /** The milestone's gate opens: its roster was done on {@code day}, whenever that was typed in. */
    @Transactional
    public void done(Milestone milestone, LocalDate day) {
        table.done(milestone, day);
    }

    /** A milestone is reached on the day its last work happened, which may be before that was typed in. */
    private LocalDate reachedOn(Milestone milestone) {
        return Stream.of(
                        table.doneOn(milestone),
                        steps.lastDone(milestone.project(), milestone.element(), milestone.openedOn()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseGet(this::today);
    }

    /** Of two that change it at the same moment one does; the other has nothing to tell. */
    void become(Milestone milestone, State next, LocalDate reachedOn) {
        check(milestone, next);
        if (table.become(milestone, next, reachedOn)) {
            tell(milestone, next, Objects.requireNonNullElse(reachedOn, today()));
            news.publishEvent(new MilestoneChanged(milestone.project(), milestone.element(), next));
        }
    }

    private static void check(Milestone milestone, State next) {
        if (!milestone.state().canBecome(next)) {
            throw new IllegalStateException("Milestone %s of %s cannot go from %s to %s"
                    .formatted(milestone.element(), milestone.project(), milestone.state(), next));
        }
    }

    private void tell(Milestone milestone, State next, LocalDate happenedOn) {
        log.add(new Change(
                milestone.project(),
                "milestone." + next.name().toLowerCase(),
                milestone.element(),
                milestone.state().name(),
                next.name(),
                null,
                happenedOn));
    }

    /** The running projects whose milestones are not all settled. */
    List<String> unsettled() {
        return table.unsettled();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
