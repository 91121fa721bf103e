package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchored;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Rule;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.parameter.ParameterSettled;
import org.waymark.deadline.pause.Pauses;
import org.waymark.deadline.service.Services;

/**
 * Opens, computes and ends periods of law. A period starts when a diagram first asks for its day, and of one rule one
 * period at a time runs in a case.
 */
@Service
public class PeriodLedger {

    private final PeriodTable table;
    private final PeriodList list;
    private final ReliefTable relief;
    private final Anchored anchored;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;
    private final Services services;

    PeriodLedger(
            PeriodTable table,
            PeriodList list,
            ReliefTable relief,
            Anchored anchored,
            Deadlines deadlines,
            WorkCalendar calendar,
            Services services) {
        this.table = table;
        this.list = list;
        this.relief = relief;
        this.anchored = anchored;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.services = services;
    }

    /** All of a case or project, in the order they began. */
    public List<LegalPeriod> of(String instanceKey) {
        return table.of(instanceKey);
    }

    /** The one that runs by this rule, paused ones included. */
    public Optional<LegalPeriod> running(String instanceKey, String rule) {
        return table.running(instanceKey, rule);
    }

    /**
     * The period of a rule in a case or project, opened if it does not run yet, as it is computed now; empty if no version
     * of the rule was in force on its anchor's day.
     *
     * @throws IllegalStateException if no anchor event of the rule was recorded
     */
    Optional<LegalPeriod> open(String instanceKey, String rule) {
        return anchored.inForce(instanceKey, rule).map(found -> table.running(instanceKey, rule)
                .map(running -> follow(running, found))
                .orElseGet(() -> insert(instanceKey, found)));
    }

    /** Takes in a period that runs already; nothing happens if it is there, or its event was not recorded. */
    public void adopt(String instanceKey, String rule) {
        if (anchored.hasBegun(instanceKey, rule)) {
            open(instanceKey, rule);
        }
    }

    /** @throws PeriodRefused if it is a citizen's, runs from a service, and no record proves that service */
    private LegalPeriod insert(String instanceKey, Anchored.Period found) {
        Rule rule = found.rule();
        if (rule.holder() == Holder.THEIRS
                && Services.byService(rule.anchor())
                && !services.proves(instanceKey, rule.anchor(), found.anchor())) {
            throw new PeriodRefused("deadline.unproven", instanceKey, rule.code(), found.anchor());
        }
        int revision = calendar.revision(); // before it is computed: a notice in between has it looked at again
        // dropped by a return and begun again from the same day, it stood still and was prolonged all the same
        LegalPeriod row = relief.dropped(instanceKey, found.rule().code(), found.anchor())
                .map(before -> row(0, instanceKey, found, State.RUNNING, before, null))
                .orElseGet(() -> row(0, instanceKey, found, State.RUNNING, null, null));
        table.insert(row, revision);
        return row;
    }

    private LegalPeriod follow(LegalPeriod running, Anchored.Period found) {
        int revision = calendar.revision();
        LegalPeriod now = recompute(running, found);
        if (!now.anchorOn().equals(running.anchorOn()) || !now.dueOn().equals(running.dueOn())) {
            table.recomputed(List.of(now), revision);
        }
        return now;
    }

    /** The rows as they would be computed now, each by the day its event has now. */
    List<LegalPeriod> recompute(List<LegalPeriod> rows) {
        Anchored now =
                anchored.among(rows.stream().map(LegalPeriod::instanceKey).toList());
        return rows.stream().map(row -> recompute(row, now)).toList();
    }

    /** One row as it would be computed now. */
    LegalPeriod recompute(LegalPeriod row) {
        return recompute(row, anchored);
    }

    private LegalPeriod recompute(LegalPeriod row, Anchored days) {
        return days.inForce(row.instanceKey(), row.rule())
                .map(found -> recompute(row, found))
                .orElse(row);
    }

    /**
     * The period of a citizen that forbids another run of this case to have the event on that day: it ran out, and ran
     * from a later day.
     *
     * @param caseKey key of any run
     */
    public Optional<LegalPeriod> ranOutSince(String caseKey, String event, LocalDate day) {
        String runs = caseKey.substring(0, caseKey.lastIndexOf(':') + 1);
        return list.ranOutInRuns(runs, event).stream()
                .filter(period -> day.isBefore(period.anchorOn()))
                .findFirst();
    }

    /** The last day as it would be computed now, where a citizen's period was kept longer than that. */
    public Optional<LocalDate> keptAgainst(LegalPeriod row) {
        return Optional.of(row)
                .filter(period -> period.open() && period.holder() == Holder.THEIRS)
                .flatMap(period -> anchored.inForce(period.instanceKey(), period.rule()))
                .map(found -> compute(found.rule(), row.instanceKey(), found.anchor(), row)
                        .due())
                .filter(day -> day.isBefore(row.dueOn()));
    }

    /** What a citizen has been given is never taken away again: such a period only becomes longer. */
    private LegalPeriod recompute(LegalPeriod row, Anchored.Period found) {
        LegalPeriod now = row(row.id(), row.instanceKey(), found, row.state(), row, row);
        return row.holder() == Holder.THEIRS && now.dueOn().isBefore(row.dueOn()) ? row : now;
    }

    /** As it is computed now, with what {@code relieved} stood still and was prolonged by; {@code before} has its history. */
    private LegalPeriod row(
            long id, String instanceKey, Anchored.Period found, State state, LegalPeriod relieved, LegalPeriod before) {
        Rule rule = found.rule();
        Computed day = compute(rule, instanceKey, found.anchor(), relieved);
        return new LegalPeriod(
                id,
                instanceKey,
                Anchored.project(instanceKey),
                rule.code(),
                rule.effectiveFrom(),
                rule.kind(),
                rule.holder(),
                rule.anchor(),
                found.anchor(),
                day.rawEnd(),
                day.due(),
                before == null ? day.due() : before.originalDueOn(),
                before == null ? 0 : before.moved(),
                calendar.publicationDates().last(),
                day.provisional(),
                state,
                null,
                relieved == null ? 0 : relieved.pauses(),
                relieved == null ? 0 : relieved.extensions(),
                relieved == null ? 0 : relieved.extendedBy());
    }

    /** Only what stood still is asked when. */
    private Computed compute(Rule rule, String instanceKey, LocalDate anchor, LegalPeriod relieved) {
        return relieved == null
                ? deadlines.compute(rule, anchor, CalendarVersion.CURRENT)
                : deadlines.compute(
                        rule,
                        anchor,
                        CalendarVersion.CURRENT,
                        relieved.pauses() == 0 ? Pauses.NONE : relief.stoodStill(instanceKey, rule.code()),
                        relieved.extendedBy());
    }

    /** Writes how often it stood still or was prolonged, and the day that comes to. */
    void relieve(LegalPeriod row) {
        relief.relieved(row);
        table.recomputed(List.of(row), calendar.revision());
    }

    /** It ended that day, also while it stood still; nothing happens if it does not run. */
    public void end(String instanceKey, String rule, State state, LocalDate day) {
        if (relief.close(instanceKey, rule, day)) {
            table.running(instanceKey, rule).ifPresent(row -> relieve(recompute(row.goingOn())));
        }
        table.end(instanceKey, rule, state, day);
    }

    /**
     * What runs from this event is computed anew soon: the event's day is another one now.
     *
     * @throws PeriodRefused if a citizen's period ran out by the day recorded before: that day stays, unless its step was
     *     returned and done once more, on a later day
     */
    @EventListener
    void on(Anchors.Recorded anchor) {
        list.ranOut(anchor.instanceKey(), anchor.event()).stream()
                .filter(period -> anchor.again()
                        ? anchor.day().isBefore(period.anchorOn())
                        : !anchor.day().equals(period.anchorOn()))
                .findFirst()
                .ifPresent(period -> {
                    throw new PeriodRefused(
                            "deadline.ranOut", period.instanceKey(), period.rule(), period.anchorOn(), period.dueOn());
                });
        table.stale(anchor.instanceKey(), anchor.event());
    }

    /** What runs is computed anew when its project settled something of its rule: before the log, as the worker locks. */
    @EventListener
    @Order(0)
    void on(ParameterSettled news) {
        table.staleRule(news.now().project(), news.now().rule());
    }
}
