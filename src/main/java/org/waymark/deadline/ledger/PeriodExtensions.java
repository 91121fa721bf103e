package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.Rule;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.Unit;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodNews.Move;
import org.waymark.deadline.ledger.PeriodNews.Why;

/** Prolongs periods of ours (延期), as often and as far as their rule lets. Who asks locks the steps of the case before. */
@Service
public class PeriodExtensions {

    private final PeriodLedger ledger;
    private final RuleCatalogue rules;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher news;

    PeriodExtensions(PeriodLedger ledger, RuleCatalogue rules, WorkCalendar calendar, ApplicationEventPublisher news) {
        this.ledger = ledger;
        this.rules = rules;
        this.calendar = calendar;
        this.news = news;
    }

    /** The version of the rule the period runs by. */
    public Rule rule(LegalPeriod period) {
        return rules.versions(period.rule()).stream()
                .filter(rule -> rule.effectiveFrom().equals(period.ruleFrom()))
                .findFirst()
                .orElseThrow();
    }

    /** The last day it could be prolonged to once more; empty if its rule does not let it, or not again. */
    public Optional<LocalDate> atMost(LegalPeriod period) {
        Rule.Extension extension = rule(period).extension();
        boolean may = extension != null
                && period.holder() == Holder.OURS
                && period.kind() != Kind.MIN
                && period.extensions() < extension.times();
        return may
                ? Optional.of(ledger.recompute(period.prolonged(atMost(period, extension)))
                        .dueOn())
                : Optional.empty();
    }

    /** Whether what runs by this rule could be prolonged once more; also if nothing does, as then nothing forbids it. */
    public boolean mayMore(String instanceKey, String rule) {
        return ledger.running(instanceKey, rule)
                .map(period -> atMost(period).isPresent())
                .orElse(true);
    }

    private int atMost(LegalPeriod period, Rule.Extension extension) {
        LocalDate raw = period.rawOn();
        return more(
                period,
                switch (extension.unit()) {
                    case WD -> calendar.plusWorkdays(raw, extension.n());
                    case D -> raw.plusDays(extension.n());
                    case M -> raw.plusMonths(extension.n());
                    case Y -> raw.plusYears(extension.n());
                });
    }

    /** Working days of a period in working days, else calendar days, from where its count ends. */
    private int more(LegalPeriod period, LocalDate day) {
        return rule(period).unit() == Unit.WD
                ? calendar.workdaysBetween(period.rawOn(), day)
                : (int) ChronoUnit.DAYS.between(period.rawOn(), day);
    }

    /**
     * The locked period ends on that day instead; its steps, tasks and timers follow.
     *
     * @param document number of the paper behind it
     * @throws IllegalArgumentException if it does not run, or its rule does not let it be prolonged so far
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LegalPeriod extend(LegalPeriod period, LocalDate wanted, String document) {
        LocalDate atMost = atMost(period).orElse(period.dueOn());
        if (period.state() != State.RUNNING || wanted.isAfter(atMost) || !wanted.isAfter(period.dueOn())) {
            throw new IllegalArgumentException("Period %s cannot be prolonged to %s".formatted(period, wanted));
        }
        int more = Math.min(more(period, wanted), atMost(period, rule(period).extension()));
        LegalPeriod now = ledger.recompute(period.prolonged(more));
        ledger.relieve(now);
        news.publishEvent(new PeriodNews.Moved(List.of(new Move(now, period.dueOn(), Why.EXTENSION, document))));
        return now;
    }
}
