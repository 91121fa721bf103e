package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Anchors.OnReturn;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.service.AnchorDays;
import org.waymark.deadline.service.Postings;
import org.waymark.deadline.service.Services;
import org.waymark.engine.Overtaken;
import org.waymark.engine.Refused;
import org.waymark.engine.TaskNews;
import org.waymark.evidence.Evidence;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step.State;
import org.waymark.template.Field;
import org.waymark.template.Form;

/** Keeps the steps' rows in step with the engine's tasks, in the engine's own transaction. */
@Component
class StepListener {

    static final String HAPPENED_ON = "happenedOn";

    private final StepTable steps;
    private final Entries entries;
    private final Assignments assignments;
    private final ChangeLog log;
    private final Anchors anchors;
    private final StepPeriods periods;
    private final AnchorDays days;
    private final Services services;
    private final Postings postings;
    private final Evidence evidence;
    private final Steps open;
    private final MessageSource texts;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    StepListener(
            StepTable steps,
            Entries entries,
            Assignments assignments,
            ChangeLog log,
            Anchors anchors,
            StepPeriods periods,
            AnchorDays days,
            Services services,
            Postings postings,
            Evidence evidence,
            Steps open,
            MessageSource texts,
            ApplicationEventPublisher news,
            Clock clock) {
        this.steps = steps;
        this.entries = entries;
        this.assignments = assignments;
        this.log = log;
        this.anchors = anchors;
        this.periods = periods;
        this.days = days;
        this.services = services;
        this.postings = postings;
        this.evidence = evidence;
        this.open = open;
        this.texts = texts;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    void on(TaskNews.Opened task) {
        steps.insert(task, now(), today());
        log.add(new Change(task.instanceKey(), "step.opened", task.element(), null, text(task.due()), null, today()));
        news.publishEvent(new StepOpened(
                task.instanceKey(), task.element(), task.properties().get("stage")));
    }

    @EventListener
    void on(TaskNews.Assigned task) {
        steps.find(task.taskId())
                .filter(step -> !Objects.equals(step.assignee(), task.assignee()))
                .ifPresent(step -> assignments.record(step, task.assignee(), null));
    }

    /** Nothing is submitted without an entry that passes its form now; the gateways behind read only what it says. */
    @EventListener
    void on(TaskNews.Completing task) {
        Step step = steps.lock(task.taskId()).orElseThrow();
        if (step.state() != State.OPEN) {
            // its case was ended at this moment
            throw new Overtaken(texts.getMessage("task.changed", null, LocaleContextHolder.getLocale()), null);
        }
        open.refuseSuspended(step.project());
        SignedIn.name().filter(who -> !who.equals(step.assignee())).ifPresent(stranger -> {
            throw refused("step.notYours");
        });
        Map<String, Object> fields = entries.submittable(step)
                .orElseThrow(() -> refused(
                        "step.noEntry",
                        step.name(LocaleContextHolder.getLocale().getLanguage())));
        LocalDate happenedOn = date(fields, HAPPENED_ON);
        entries.form(step).fields().stream().filter(Field::decision).forEach(field -> decide(task, field, fields));
        String anchor = task.properties().get("anchor");
        if (anchor != null) {
            record(step, anchor, days.of(task.properties(), fields).orElse(today()), fields);
        }
        String posted = task.properties().get(EntryChecks.POSTING_ENDS);
        if (posted != null) {
            postings.end(step.instanceKey(), posted, fields, who());
        }
        steps.done(step.taskId(), happenedOn, now(), who());
        periods.end(step, LegalPeriod.State.DONE, happenedOn);
        evidence.keep(step.instanceKey(), step.element(), step.round());
        log.add(new Change(
                step.instanceKey(),
                "step.done",
                step.element(),
                null,
                late(step, happenedOn),
                text(fields.get(Form.LATE_REASON)),
                happenedOn));
        news.publishEvent(new StepClosed(step.instanceKey(), step.element(), happenedOn));
    }

    @EventListener
    void on(TaskNews.Dropped task) {
        steps.find(task.taskId()).filter(step -> step.state() == State.OPEN).ifPresent(step -> {
            boolean lapsed = "THEIRS".equals(step.holder())
                    && step.dueOn() != null
                    && step.dueOn().isBefore(today());
            State state = lapsed ? State.LAPSED : State.DROPPED;
            steps.end(step.taskId(), state, now());
            periods.end(step, LegalPeriod.State.valueOf(state.name()), lapsed ? step.dueOn() : today());
            log.add(new Change(
                    step.instanceKey(),
                    "step." + state.name().toLowerCase(),
                    step.element(),
                    null,
                    null,
                    null,
                    lapsed ? step.dueOn() : today()));
        });
    }

    /** After a return, a period that has elapsed keeps the day it ran from, or runs anew from a later one. */
    private void record(Step step, String event, LocalDate from, Map<String, Object> fields) {
        LocalDate before = anchors.latest(step.instanceKey(), event).orElse(null);
        OnReturn choice = anchors.onReturn(step.instanceKey(), event).orElse(null);
        if (choice == OnReturn.KEEP && !from.equals(before)) {
            throw refused("step.anchor.kept", before);
        }
        if (choice == OnReturn.AGAIN && !from.isAfter(before)) {
            throw refused("step.anchor.restart", before);
        }
        anchors.record(step.instanceKey(), event, from, text(fields.get("documentNo")), who(), step.round() > 1);
        if (Services.byService(event)) {
            services.record(step.instanceKey(), event, from, fields, who());
        }
        postings.record(step.instanceKey(), event, fields, who());
    }

    private Refused refused(String key, Object... values) {
        return new Refused(texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }

    private void decide(TaskNews.Completing task, Field field, Map<String, Object> fields) {
        Object value = fields.get(field.name());
        if (value != null) {
            task.decide().accept(field.name(), field.truth() ? Boolean.valueOf(value.toString()) : value.toString());
        }
    }

    private LocalDate date(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? today() : LocalDate.parse(value.toString());
    }

    /** How the day it happened compares with the day it was due. */
    private static String late(Step step, LocalDate happenedOn) {
        return step.dueOn() != null && happenedOn.isAfter(step.dueOn()) ? "late" : "in time";
    }

    private static String who() {
        return SignedIn.name().orElse("system");
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
