package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step.State;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The steps of all cases and projects: read them, set them waiting, move their dates. */
@Service
public class Steps {

    private final StepTable table;
    private final ChangeLog log;
    private final Engine engine;
    private final WorkCalendar calendar;
    private final MessageSource texts;
    private final Projects projects;
    private final Clock clock;

    Steps(
            StepTable table,
            ChangeLog log,
            Engine engine,
            WorkCalendar calendar,
            MessageSource texts,
            Projects projects,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.engine = engine;
        this.calendar = calendar;
        this.texts = texts;
        this.projects = projects;
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

    /** What a person has submitted, the last recorded first. */
    public List<Step> doneBy(String person, int offset, int limit) {
        return table.doneBy(person, offset, limit);
    }

    public int countDoneBy(String person) {
        return table.countDoneBy(person);
    }

    /** All open steps that are due by a rule. */
    public List<Step> openByRule() {
        return table.openByRule();
    }

    /** Waits for whoever submits a step of this case, and lets nobody submit one until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockOpen(String instanceKey) {
        table.lockOpen(List.of(instanceKey));
    }

    /** The same for the steps of many cases and projects. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockOpen(Collection<String> instanceKeys) {
        table.lockOpen(instanceKeys);
    }

    /** The last day a step of the project's own was done in a milestone opened on {@code since}; empty if none was. */
    public Optional<LocalDate> lastDone(String project, String milestone, LocalDate since) {
        return table.lastDone(
                project, milestone, since.atStartOfDay(clock.getZone()).toOffsetDateTime());
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

    /**
     * The step, locked until the transaction ends: of saving, uploading, waiting and submitting one happens at a time.
     *
     * @throws Refused if it is not open any more, or not {@code who}'s
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step lock(String taskId, String who) {
        Step step = table.lock(taskId).filter(one -> one.state() == State.OPEN).orElseThrow(() -> refused("step.gone"));
        if (!who.equals(step.assignee())) {
            throw refused("step.notYours");
        }
        return step;
    }

    /**
     * Steps of a suspended project stand still: from the decision on, also while its process instances still have to
     * follow.
     *
     * @throws Refused if the project is suspended
     */
    void refuseSuspended(String project) {
        if (projects.find(project)
                .filter(one -> one.state() == Project.State.SUSPENDED)
                .isPresent()) {
            throw refused("task.suspended");
        }
    }

    private Refused refused(String key) {
        return new Refused(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /** The step, which must be open, locked until the transaction ends. */
    Step open(String taskId) {
        Step step = table.lock(taskId).orElseThrow(() -> new NoSuchElementException("There is no step " + taskId));
        if (step.state() != State.OPEN) {
            throw new IllegalStateException("Step %s is %s already".formatted(taskId, step.state()));
        }
        return step;
    }

    static Change change(Step step, String what, String old, String next, String reason, LocalDate day) {
        return new Change(step.instanceKey(), what, step.element(), old, next, reason, day);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
