package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.engine.Engine;
import org.waymark.engine.Model;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step.State;
import org.waymark.template.Templates;

/** The steps of all cases and projects: read them, set them waiting, move their dates, send them back. */
@Service
public class Steps {

    private final StepTable table;
    private final ChangeLog log;
    private final Engine engine;
    private final Templates templates;
    private final WorkCalendar calendar;
    private final Clock clock;

    Steps(StepTable table, ChangeLog log, Engine engine, Templates templates, WorkCalendar calendar, Clock clock) {
        this.table = table;
        this.log = log;
        this.engine = engine;
        this.templates = templates;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The step of a task; a task nobody knows is named in the error. */
    public Step of(String taskId) {
        return table.find(taskId).orElseThrow(() -> new NoSuchElementException("There is no step " + taskId));
    }

    /** All steps of a case or project, oldest first. */
    public List<Step> ofInstance(String instanceKey) {
        return table.of(instanceKey);
    }

    /** The step waits for an outsider from {@code since} on: it is counted apart and nobody is reminded of it. */
    @Transactional
    public void waitFor(String taskId, String party, LocalDate since, String letter) {
        Step step = open(taskId);
        table.waiting(taskId, party, since, letter);
        log.add(change(step, "step.waiting", step.waitingParty(), party, letter, since));
    }

    @Transactional
    public void stopWaiting(String taskId) {
        Step step = open(taskId);
        table.waiting(taskId, null, null, null);
        log.add(change(step, "step.waited", step.waitingParty(), null, null, today()));
    }

    /** Moves the day a step is due, in our row and the engine's task at once; the original day stays. */
    @Transactional
    public void moveDue(String taskId, LocalDate day, String reason) {
        Step step = open(taskId);
        if ("THEIRS".equals(step.holder()) && day.isBefore(step.dueOn())) {
            throw new IllegalArgumentException("Nobody shortens a citizen's period: step %s".formatted(taskId));
        }
        engine.due(taskId, day);
        table.due(taskId, day);
        log.add(change(step, "step.due", String.valueOf(step.dueOn()), day.toString(), reason, today()));
    }

    /**
     * The open steps of an imported case have been open since an earlier day: what is due n working days after opening
     * is due n working days after that. What a rule makes due runs from its anchor and stays.
     */
    @Transactional
    public void openSince(String instanceKey, LocalDate since) {
        for (Step step : table.of(instanceKey)) {
            if (step.state() == State.OPEN && step.ruleCode() == null && step.dueOn() != null) {
                LocalDate due = calendar.plusWorkdays(since, calendar.workdaysBetween(today(), step.dueOn()));
                engine.due(step.taskId(), due);
                table.importedDue(step.taskId(), due);
                log.add(change(step, "step.imported", step.dueOn().toString(), due.toString(), null, since));
            }
        }
    }

    /** Steps of the same case (or milestone) that were done before this one and can be gone back to. */
    public List<Step> returnTargets(Step step) {
        Model model = templates.latest(step.process()).model();
        Set<String> done = new TreeSet<>();
        return table.of(step.instanceKey()).stream()
                .filter(other -> other.state() == State.DONE && !other.element().equals(step.element()))
                .filter(other -> java.util.Objects.equals(other.milestone(), step.milestone()))
                .filter(other -> model.reachableFrom(Set.of(other.element())).contains(step.element()))
                .filter(other -> done.add(other.element()))
                .toList();
    }

    /** What would be taken away if {@code target} were gone back to: every place a token stands behind it. */
    public List<String> cancelledBy(Step step, String target) {
        Model model = templates.latest(step.process()).model();
        Set<String> behind = model.reachableFrom(Set.of(target));
        return engine.positions(engine.instanceOf(step.taskId())).stream()
                .filter(behind::contains)
                .sorted()
                .toList();
    }

    /** Sends the case back to an earlier step (退回), which opens again with what it held. */
    @Transactional
    public void returnTo(String taskId, String target, String reason) {
        Step step = open(taskId);
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A return needs a reason");
        }
        if (returnTargets(step).stream().noneMatch(other -> other.element().equals(target))) {
            throw new IllegalArgumentException("Step %s cannot go back to %s".formatted(step.element(), target));
        }
        List<String> leave = cancelledBy(step, target);
        table.end(taskId, State.RETURNED, java.time.OffsetDateTime.ofInstant(clock.instant(), clock.getZone()));
        log.add(change(step, "step.returned", step.element(), target, reason, today()));
        engine.move(engine.instanceOf(taskId), leave, target);
    }

    private Step open(String taskId) {
        Step step = of(taskId);
        if (step.state() != State.OPEN) {
            throw new IllegalStateException("Step %s is %s already".formatted(taskId, step.state()));
        }
        return step;
    }

    private static Change change(Step step, String what, String old, String next, String reason, LocalDate day) {
        return new Change(step.instanceKey(), what, step.element(), old, next, reason, day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
