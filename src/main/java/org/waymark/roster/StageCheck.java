package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.template.Template.Stage;
import org.waymark.template.Templates;

/** Refuses, before anything is written, an object that could not be started at its stage. */
@Component
class StageCheck {

    private final Templates templates;
    private final RuleCatalogue rules;
    private final PeriodLedger periods;
    private final MessageSource texts;
    private final Clock clock;

    StageCheck(Templates templates, RuleCatalogue rules, PeriodLedger periods, MessageSource texts, Clock clock) {
        this.templates = templates;
        this.rules = rules;
        this.periods = periods;
        this.texts = texts;
        this.clock = clock;
    }

    void check(NewObject object, Milestone milestone) {
        if (NewObject.DONE.equals(object.stage())) {
            if (object.doneOn() == null) {
                throw refused("roster.done.missing", object.number());
            }
            notAhead(object.number(), object.doneOn());
        } else {
            check(object.number(), milestone, object.stage(), object.anchors());
        }
    }

    /** Another run of a case brings no day from before the one a citizen's period ran out by. */
    void checkAgain(String caseKey, Map<String, LocalDate> days) {
        days.forEach((event, day) -> periods.ranOutSince(caseKey, event, day).ifPresent(period -> {
            throw refused("deadline.ranOut", period.rule(), period.anchorOn(), period.dueOn());
        }));
    }

    /** @param stage null for the beginning, which needs no days */
    void check(String number, Milestone milestone, String stage, Map<String, LocalDate> days) {
        if (stage == null) {
            return;
        }
        Stage wanted = templates.latest(milestone.caseProcess()).stages().get(stage);
        if (wanted == null) {
            throw refused("roster.stage.unknown", number, stage);
        }
        days.values().forEach(day -> notAhead(number, day));
        for (String event : wanted.anchors()) {
            LocalDate day = days.get(event);
            if (day == null) {
                throw refused("roster.anchor.missing", number, name(wanted), event(event));
            }
            List<Rule> waitedFor = waitedFor(event);
            if (!waitedFor.isEmpty() && waitedFor.stream().noneMatch(rule -> rule.inForceOn(day))) {
                throw refused("roster.anchor.noRule", number, event(event), day);
            }
        }
    }

    /** Rules from this event whose end a timer waits for; without one in force the timer would have no date. */
    private List<Rule> waitedFor(String event) {
        return rules.all().stream()
                .filter(rule -> rule.anchor().equals(event))
                .filter(rule -> rule.holder() == Holder.THEIRS || rule.kind() == Kind.MIN)
                .toList();
    }

    private void notAhead(String number, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw refused("roster.day.ahead", number, day);
        }
    }

    private String event(String code) {
        return texts.getMessage("deadline.event." + code, null, code, LocaleContextHolder.getLocale());
    }

    private static String name(Stage stage) {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? stage.nameEn() : stage.nameZh();
    }

    private Refused refused(String key, Object... values) {
        return new Refused(texts.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
