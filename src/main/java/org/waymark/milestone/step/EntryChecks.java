package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.calendar.ClosedMonths;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.kind.Allowed;
import org.waymark.deadline.kind.Hours;
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
    private final Allowed allowed;
    private final Hours hours;
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
            Allowed allowed,
            Hours hours,
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
        this.allowed = allowed;
        this.hours = hours;
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
            Model model = models.ofDefinition(step.definition());
            asked(step, form, model, fields, wrong);
            allowed(step, model.node(step.element()).properties(), fields, wrong);
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
    private void asked(Step step, Form form, Model model, Map<String, Object> fields, Map<String, String> wrong) {
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
        // what a step only registers happened when it did, whatever was done before it is registered
        boolean registers = Boolean.parseBoolean(properties.get("registers"));
        if (anchor != null
                && !registers
                && anchors.onReturn(step.instanceKey(), anchor).isEmpty()) {
            before(step, model)
                    .filter(other -> day.isBefore(other.happenedOn()))
                    .ifPresent(other -> wrong.put(
                            field, say("step.tooEarly", label, day, other.name(language()), other.happenedOn())));
        }
    }

    /** What the kind of the rule named in the diagram refuses on this day, or for one time too many. */
    private void allowed(
            Step step, Map<String, String> properties, Map<String, Object> fields, Map<String, String> wrong) {
        String rule = properties.get("check");
        String field = properties.getOrDefault("checkField", StepListener.HAPPENED_ON);
        if (rule != null && filled(fields, field)) {
            allowed.against(step.instanceKey(), rule, day(fields, field), properties.get("checkAfter"))
                    .filter(objection -> !objection.excusable() || !filled(fields, Form.LATE_REASON))
                    .ifPresent(
                            objection -> wrong.put(objection.excusable() ? Form.LATE_REASON : field, say(objection)));
            String times = properties.get("checkHours");
            if (times != null) {
                hours.against(step.instanceKey(), rule, day(fields, field), List.of(times.split("\\s+")), fields)
                        .ifPresent(bad -> wrong.put(bad.getKey(), say(bad.getValue())));
            }
        }
        String renewed = properties.get("renews");
        String[] when = properties.getOrDefault("renewsWhen", "").split("=", 2);
        if (renewed != null && (when.length == 1 || when[1].equals(fields.get(when[0])))) {
            LocalDate lastDay = step.ruleCode() == null ? null : step.dueOn();
            allowed.renewal(
                            step.instanceKey(),
                            renewed,
                            renewals(step, renewed, properties.getOrDefault("renewal", step.element())),
                            lastDay,
                            day(fields, StepListener.HAPPENED_ON))
                    .ifPresent(objection ->
                            wrong.put(when.length == 1 ? StepListener.HAPPENED_ON : when[0], say(objection)));
        }
    }

    /** How often the paper that is valid now was renewed; one given anew counts from the start. */
    private long renewals(Step step, String rule, String element) {
        LocalDate given = allowed.begun(step.instanceKey(), rule).orElse(LocalDate.MIN);
        return steps.of(step.instanceKey()).stream()
                .filter(other ->
                        other.state() == Step.State.DONE && other.element().equals(element))
                .filter(other -> !other.happenedOn().isBefore(given))
                .count();
    }

    private static boolean filled(Map<String, Object> fields, String name) {
        return !Objects.toString(fields.get(name), "").isBlank();
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

    private String say(MessageSourceResolvable sentence) {
        return texts.getMessage(sentence, LocaleContextHolder.getLocale());
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
