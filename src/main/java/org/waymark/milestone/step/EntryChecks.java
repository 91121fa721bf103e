package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.ClosedMonths;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.service.AnchorDays;
import org.waymark.deadline.service.Postings;
import org.waymark.deadline.service.ServiceForm;
import org.waymark.engine.Model;
import org.waymark.engine.Models;
import org.waymark.template.Form;
import org.waymark.template.Forms;

/** What an entry must hold before its step can be submitted: its form's rules, and days that fit the case. */
@Component
class EntryChecks {

    /** Property of a step: the event whose postings it sees still hanging at the end of their period. */
    static final String POSTING_ENDS = "postingEnds";

    private final Forms forms;
    private final StepTable steps;
    private final Models models;
    private final Anchors anchors;
    private final AnchorDays days;
    private final ServiceForm service;
    private final Postings postings;
    private final ClosedMonths months;
    private final MessageSource texts;
    private final Clock clock;

    EntryChecks(
            Forms forms,
            StepTable steps,
            Models models,
            Anchors anchors,
            AnchorDays days,
            ServiceForm service,
            Postings postings,
            ClosedMonths months,
            MessageSource texts,
            Clock clock) {
        this.forms = forms;
        this.steps = steps;
        this.models = models;
        this.anchors = anchors;
        this.days = days;
        this.service = service;
        this.postings = postings;
        this.months = months;
        this.texts = texts;
        this.clock = clock;
    }

    /** A sentence in the reader's language by field, empty if the entry may be submitted. */
    Map<String, String> wrong(Step step, Form form, Map<String, Object> fields) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> wrong = forms.check(form, fields, today);
        if (wrong.isEmpty() && !form.fields().isEmpty()) {
            wrong.putAll(service.wrong(name -> form.field(name).isPresent(), fields));
        }
        if (wrong.isEmpty() && !form.fields().isEmpty()) {
            closedMonth(fields, today, wrong);
            asked(step, form, fields, wrong);
        }
        return wrong;
    }

    private void closedMonth(Map<String, Object> fields, LocalDate today, Map<String, String> wrong) {
        Object reason = fields.get(Form.LATE_REASON);
        LocalDate day = day(fields, StepListener.HAPPENED_ON);
        if ((reason == null || reason.toString().isBlank()) && months.closed(day, today)) {
            wrong.put(Form.LATE_REASON, say("step.closedMonth", day.getYear(), day.getMonthValue()));
        }
    }

    /** The day a period runs from, and the day a citizen asked for something: neither can be just any day. */
    private void asked(Step step, Form form, Map<String, Object> fields, Map<String, String> wrong) {
        Model model = models.ofDefinition(step.definition());
        Map<String, String> properties = model.node(step.element()).properties();
        String field = days.told(properties, fields);
        LocalDate day = days.of(properties, fields).orElseThrow();
        String label = form.field(field).orElseThrow().label(language());
        if ("THEIRS".equals(step.holder()) && step.dueOn() != null && day.isAfter(step.dueOn())) {
            wrong.put(field, say("step.tooLate", label, day, step.dueOn()));
        }
        String posted = properties.get(POSTING_ENDS);
        if (posted != null) {
            postings.wrongEnd(step.instanceKey(), posted, fields)
                    .ifPresent(early -> wrong.put(early.getKey(), early.getValue()));
        }
        String anchor = properties.get("anchor");
        if (anchor != null && anchors.onReturn(step.instanceKey(), anchor).isEmpty()) {
            before(step, model)
                    .filter(other -> day.isBefore(other.happenedOn()))
                    .ifPresent(other -> wrong.put(
                            field, say("step.tooEarly", label, day, other.name(language()), other.happenedOn())));
        }
    }

    /** Of the steps done before this one on its way the one done last. */
    private Optional<Step> before(Step step, Model model) {
        return steps.of(step.instanceKey()).stream()
                .filter(other ->
                        other.state() == Step.State.DONE && !other.element().equals(step.element()))
                .filter(other -> model.behind(other.element()).contains(step.element()))
                .filter(other -> !model.behind(step.element()).contains(other.element()))
                .max(Comparator.comparing(Step::happenedOn));
    }

    private static LocalDate day(Map<String, Object> fields, String name) {
        return LocalDate.parse(Objects.toString(fields.get(name)));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
