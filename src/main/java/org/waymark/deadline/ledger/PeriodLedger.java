package org.waymark.deadline.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
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

/**
 * Opens, computes and ends periods of law. A period starts when a diagram first asks for its day, and of one rule one
 * period at a time runs in a case.
 */
@Service
public class PeriodLedger {

    private final PeriodTable table;
    private final Anchored anchored;
    private final Deadlines deadlines;
    private final WorkCalendar calendar;

    PeriodLedger(PeriodTable table, Anchored anchored, Deadlines deadlines, WorkCalendar calendar) {
        this.table = table;
        this.anchored = anchored;
        this.deadlines = deadlines;
        this.calendar = calendar;
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

    private LegalPeriod insert(String instanceKey, Anchored.Period found) {
        int revision = calendar.revision(); // before it is computed: a notice in between has it looked at again
        LegalPeriod row = row(0, instanceKey, found, compute(found), null);
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

    private LegalPeriod recompute(LegalPeriod row, Anchored days) {
        return days.inForce(row.instanceKey(), row.rule())
                .map(found -> recompute(row, found))
                .orElse(row);
    }

    /** What a citizen has been given is never taken away again: such a period only becomes longer. */
    private LegalPeriod recompute(LegalPeriod row, Anchored.Period found) {
        LegalPeriod now = row(row.id(), row.instanceKey(), found, compute(found), row);
        return row.holder() == Holder.THEIRS && now.dueOn().isBefore(row.dueOn()) ? row : now;
    }

    private Computed compute(Anchored.Period found) {
        return deadlines.compute(found.rule(), found.anchor(), CalendarVersion.CURRENT);
    }

    private LegalPeriod row(long id, String instanceKey, Anchored.Period found, Computed day, LegalPeriod before) {
        Rule rule = found.rule();
        int end = instanceKey.indexOf(':');
        return new LegalPeriod(
                id,
                instanceKey,
                end < 0 ? instanceKey : instanceKey.substring(0, end),
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
                before == null ? State.RUNNING : before.state(),
                null);
    }

    /** It ended that day; nothing happens if it does not run. */
    public void end(String instanceKey, String rule, State state, LocalDate day) {
        table.end(instanceKey, rule, state, day);
    }

    /** What runs from this event is computed anew soon: the event's day is another one now. */
    @EventListener
    void on(Anchors.Recorded anchor) {
        table.stale(anchor.instanceKey(), anchor.event());
    }
}
