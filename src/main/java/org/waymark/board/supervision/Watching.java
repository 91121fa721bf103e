package org.waymark.board.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.life.Attempts;
import org.waymark.board.life.Doers;
import org.waymark.deadline.ledger.Pause;
import org.waymark.milestone.plan.Proposal;
import org.waymark.milestone.plan.Proposals;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.supervision.Extension;
import org.waymark.supervision.Extensions;
import org.waymark.supervision.Matter;
import org.waymark.supervision.Matters;
import org.waymark.supervision.Pausing;

/** What pages show of periods stopped and prolonged, and to whom; templates ask it by the name {@code watching}. */
@Component("watching")
public class Watching {

    private final Pausing pausing;
    private final Extensions extensions;
    private final Matters matters;
    private final Proposals proposals;
    private final Steps steps;
    private final Projects projects;
    private final Doers doers;
    private final Attempts attempts;
    private final Clock clock;

    Watching(
            Pausing pausing,
            Extensions extensions,
            Matters matters,
            Proposals proposals,
            Steps steps,
            Projects projects,
            Doers doers,
            Attempts attempts,
            Clock clock) {
        this.pausing = pausing;
        this.extensions = extensions;
        this.matters = matters;
        this.proposals = proposals;
        this.steps = steps;
        this.projects = projects;
        this.doers = doers;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * A step as the reader sees it.
     *
     * @param pause why it stands still, null if it does not
     * @param stood the times it stood still and went on again
     * @param times how often it was prolonged
     * @param waiting what was asked for and waits for a leader, null if nothing
     * @param mayPause whether the reader may stop its period or let it go on
     * @param mayAsk whether the reader may ask for a later day
     */
    public record Watch(
            Pause pause, List<Pause> stood, long times, Extension waiting, boolean mayPause, boolean mayAsk) {

        /** Whether there is anything to say or do. */
        public boolean empty() {
            return pause == null && stood.isEmpty() && times == 0 && waiting == null && !mayPause && !mayAsk;
        }
    }

    /** A step on its page. */
    public Watch of(Step step) {
        List<Pause> pauses = step.ruleCode() == null
                ? List.of()
                : pausing.of(step.instanceKey()).stream()
                        .filter(one -> one.rule().equals(step.ruleCode()))
                        .toList();
        List<Extension> asked = extensions.ofTask(step.taskId());
        boolean open = step.state() == Step.State.OPEN;
        Pause still = open
                ? pauses.stream()
                        .filter(one -> one.resumedOn() == null)
                        .findFirst()
                        .orElse(null)
                : null;
        Project project = projects.find(step.project()).orElseThrow();
        boolean runs = open && project.state() == Project.State.RUNNING;
        Extension waiting = asked.stream()
                .filter(one -> one.state() == Extension.State.ASKED)
                .findFirst()
                .orElse(null);
        return new Watch(
                still,
                pauses.stream().filter(one -> one.resumedOn() != null).toList(),
                asked.stream()
                        .filter(one -> one.state() == Extension.State.APPROVED)
                        .count(),
                waiting,
                runs && doers.manages(project) && step.ruleCode() != null && !"THEIRS".equals(step.holder()),
                runs
                        && asks(step, project)
                        && waiting == null
                        && still == null
                        && "OURS".equals(step.holder())
                        && step.dueOn() != null
                        && !step.dueOn().isBefore(today())
                        && extensions.allowed(step));
    }

    /** Whoever has the step, or manages its project. */
    boolean asks(Step step, Project project) {
        return doers.who().equals(step.assignee()) || doers.manages(project);
    }

    Step step(String taskId) {
        try {
            return steps.of(taskId);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Whether the reader sees what waits in this project: leaders, the office, and its manager. */
    public boolean sees(String project) {
        return overall() || projects.find(project).filter(doers::manages).isPresent();
    }

    /** Whether the reader sees it of every project. */
    boolean overall() {
        return doers.leader() || doers.office();
    }

    public List<Matter> matters() {
        return matters.open().stream().filter(one -> sees(one.project())).toList();
    }

    public List<Extension> asked() {
        return extensions.open().stream().filter(one -> sees(one.project())).toList();
    }

    /** Changes of plans that wait for a leader. */
    public List<Proposal> plans() {
        return proposals.open().stream().filter(one -> sees(one.project())).toList();
    }

    public List<Pause> paused() {
        return pausing.open().stream().filter(one -> sees(one.project())).toList();
    }

    public List<Matter> matters(String project) {
        return matters().stream().filter(one -> one.project().equals(project)).toList();
    }

    public List<Extension> asked(String project) {
        return asked().stream().filter(one -> one.project().equals(project)).toList();
    }

    public List<Proposal> plans(String project) {
        return plans().stream().filter(one -> one.project().equals(project)).toList();
    }

    public List<Pause> paused(String project) {
        return paused().stream().filter(one -> one.project().equals(project)).toList();
    }

    /** What the reader may sign off. */
    public List<Extension> toSign() {
        return doers.leader()
                ? extensions.open().stream()
                        .filter(one -> !one.askedBy().equals(doers.who()))
                        .toList()
                : List.of();
    }

    /** Calendar days since. */
    public long days(LocalDate since) {
        return ChronoUnit.DAYS.between(since, today());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public String rule(String code) {
        return attempts.say("deadline.rule." + code);
    }

    public Step stepOf(Extension asked) {
        return steps.of(asked.taskId());
    }

    /** What the step is called a case is to be sent back to, null if it is kept. */
    String named(Matter matter) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return matter.target() == null
                ? null
                : steps.ofInstance(matter.instanceKey()).stream()
                        .filter(step -> step.element().equals(matter.target()))
                        .findFirst()
                        .map(step -> step.name(language))
                        .orElse(matter.target());
    }

    /** The object's number in a case's key, or nothing for a project. */
    public String object(String instanceKey) {
        String[] parts = instanceKey.split(":");
        return parts.length > 1 ? parts[1] : "";
    }
}
