package org.waymark.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodExtensions;
import org.waymark.engine.Refused;
import org.waymark.milestone.step.Step;

/** What speaks against another day for a step, in one sentence that names the article where there is one. */
@Component
class ExtensionRules {

    private final Watched watched;
    private final PeriodExtensions periods;
    private final WorkCalendar calendar;

    ExtensionRules(Watched watched, PeriodExtensions periods, WorkCalendar calendar) {
        this.watched = watched;
        this.periods = periods;
        this.calendar = calendar;
    }

    /** @throws Refused if the step may not be due later at all, whatever the day */
    void check(Step step, Optional<LegalPeriod> period) {
        if (!"OURS".equals(step.holder())) {
            throw watched.refused("supervision.extend.holder." + step.holder(), Watched.name(step));
        }
        if (period.filter(one -> one.state() == State.PAUSED).isPresent()) {
            throw watched.refused("supervision.extend.paused", Watched.name(step));
        }
        if (step.dueOn() == null) {
            throw watched.refused("supervision.extend.none", Watched.name(step));
        }
        period.ifPresent(this::check);
        // what the law lets be prolonged has to be prolonged before it runs out; a day of ours too, or nothing were
        // ever late
        if (step.dueOn().isBefore(watched.today())) {
            throw watched.refused("supervision.extend.over", Watched.name(step), step.dueOn());
        }
    }

    private void check(LegalPeriod period) {
        Rule rule = periods.rule(period);
        if (period.kind() == Kind.MIN) {
            throw watched.refused("supervision.extend.min", watched.rule(period.rule()));
        }
        if (rule.extension() == null) {
            throw watched.refused("supervision.extend.law", watched.rule(period.rule()), rule.authority());
        }
        if (period.extensions() >= rule.extension().times()) {
            throw watched.refused(
                    "supervision.extend.times",
                    watched.rule(period.rule()),
                    period.extensions(),
                    rule.authority(),
                    rule.extension().times());
        }
    }

    /** @throws Refused for a day not later than now, too late by the rule, or a rest day */
    void check(Step step, Optional<LegalPeriod> period, LocalDate wanted) {
        if (!wanted.isAfter(step.dueOn())) {
            throw watched.refused("supervision.extend.early", wanted, step.dueOn());
        }
        period.ifPresent(one -> {
            LocalDate atMost = periods.atMost(one).orElse(step.dueOn());
            if (wanted.isAfter(atMost)) {
                throw watched.refused(
                        "supervision.extend.long", wanted, periods.rule(one).authority(), atMost);
            }
        });
        if (!calendar.isWorkday(wanted)) {
            throw watched.refused("supervision.extend.rest", wanted, calendar.onOrBeforeWorkday(wanted));
        }
    }
}
