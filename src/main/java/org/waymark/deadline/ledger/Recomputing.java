package org.waymark.deadline.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodNews.Move;
import org.waymark.deadline.ledger.PeriodNews.Why;
import org.waymark.deadline.parameter.Settled;

/**
 * Computes periods anew after a notice, or after the day they run from was corrected. What is left to do is told by the
 * rows themselves, so that it may stop and go on anywhere.
 */
@Service
public class Recomputing {

    /** Days a period that had to last is looked at again after it elapsed. */
    static final int LOOK_BACK = 400;

    private final PeriodTable table;
    private final PeriodLedger ledger;
    private final WorkCalendar calendar;
    private final Settled own;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Recomputing(
            PeriodTable table,
            PeriodLedger ledger,
            WorkCalendar calendar,
            Settled own,
            ApplicationEventPublisher news,
            Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.calendar = calendar;
        this.own = own;
        this.news = news;
        this.clock = clock;
    }

    /** Ids of up to {@code limit} running periods behind {@code after} that have to be looked at. */
    public List<Long> stale(long after, int limit) {
        return table.stale(calendar.revision(), after, limit);
    }

    /** Cases and projects of these periods: their steps are locked before the periods are. */
    public List<String> instancesOf(Collection<Long> ids) {
        return table.instancesOf(ids);
    }

    /** Computes these periods anew, as far as they still run and nobody else is at them or was; tells which moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recompute(Collection<Long> ids) {
        int revision = calendar.revision();
        List<LegalPeriod> changed = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        Map<Long, Integer> computedWith = table.computedWith(ids);
        List<LegalPeriod> rows = table.lock(ids, State.RUNNING, revision);
        List<LegalPeriod> anew = ledger.recompute(rows);
        for (int n = 0; n < rows.size(); n++) {
            LegalPeriod row = rows.get(n);
            LegalPeriod now = anew.get(n);
            if (now.equals(row)) {
                seen.add(row.id());
                continue;
            }
            changed.add(now);
            if (!now.dueOn().equals(row.dueOn())) {
                moves.add(move(row, now, computedWith.get(row.id())));
            }
        }
        if (!seen.isEmpty()) {
            table.seen(seen, revision);
        }
        if (!changed.isEmpty()) {
            table.recomputed(changed, revision);
        }
        if (!moves.isEmpty()) {
            news.publishEvent(new PeriodNews.Moved(moves));
        }
    }

    private Move move(LegalPeriod before, LegalPeriod now, int computedWith) {
        if (!before.anchorOn().equals(now.anchorOn())) {
            return new Move(now, before.dueOn(), Why.ANCHOR, null);
        }
        return computedWith == PeriodTable.SETTLED
                ? new Move(now, before.dueOn(), Why.PARAMETER, own.document(now.project(), now.rule()))
                : new Move(now, before.dueOn(), Why.NOTICE, notices(before, now, computedWith));
    }

    /** The notices it was not computed with yet; of a row computed with none, those about its time. */
    private String notices(LegalPeriod before, LegalPeriod now, int computedWith) {
        LocalDate last = now.dueOn().isAfter(before.dueOn()) ? now.dueOn() : before.dueOn();
        return calendar.publishedSince(computedWith, now.anchorOn(), last).stream()
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
    }

    /**
     * Looks at up to {@code limit} periods that had to last and were taken as elapsed: which would have to last longer now,
     * is told; none is changed.
     *
     * @return how many were looked at
     */
    @Transactional
    public int outgrown(int limit) {
        int revision = calendar.revision();
        List<Long> ids = table.elapsed(revision, LocalDate.now(clock).minusDays(LOOK_BACK), limit);
        if (ids.isEmpty()) {
            return 0;
        }
        List<LegalPeriod> rows = table.lock(ids, State.ELAPSED, revision);
        List<LegalPeriod> anew = ledger.recompute(rows);
        for (int n = 0; n < rows.size(); n++) {
            LegalPeriod row = rows.get(n);
            LegalPeriod now = anew.get(n);
            boolean tooShort = row.anchorOn().equals(now.anchorOn())
                    && row.endedOn() != null
                    && !now.dueOn().isBefore(row.endedOn());
            if (tooShort) {
                news.publishEvent(new PeriodNews.Outgrown(row, now.dueOn(), now.calendarAsOf()));
            }
        }
        if (!rows.isEmpty()) {
            table.seen(rows.stream().map(LegalPeriod::id).toList(), revision);
        }
        return rows.size();
    }
}
