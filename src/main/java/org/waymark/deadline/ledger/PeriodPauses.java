package org.waymark.deadline.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodNews.Move;
import org.waymark.deadline.ledger.PeriodNews.Why;

/** Stops periods and lets them go on (中止计时/恢复). Who asks locks the steps of the case before. */
@Service
public class PeriodPauses {

    private final ReliefTable table;
    private final PeriodLedger ledger;
    private final ApplicationEventPublisher news;

    PeriodPauses(ReliefTable table, PeriodLedger ledger, ApplicationEventPublisher news) {
        this.table = table;
        this.ledger = ledger;
        this.news = news;
    }

    /** All of a case or project, the oldest first. */
    public List<Pause> of(String instanceKey) {
        return table.of(instanceKey);
    }

    /** All that stand still now, the longest first. */
    public List<Pause> open() {
        return table.open();
    }

    /** The period that runs or stands still by this rule, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LegalPeriod> lock(String instanceKey, String rule) {
        return table.lock(instanceKey, rule);
    }

    /**
     * Whether a period can stand still: only what we or a court have to do in time. A citizen's time runs on, and so does
     * what has to last or is valid: no paper of ours stops those.
     */
    public static boolean pausable(LegalPeriod period) {
        return period.kind() == Kind.MAX && period.holder() != Holder.THEIRS;
    }

    /**
     * The locked period stands still from that day on, which still counts.
     *
     * @throws IllegalArgumentException if it does not run or may not stand still, or if that day lies before it began,
     *     after it ended, or in an earlier pause
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pause(LegalPeriod period, Pause.Order order) {
        boolean overlaps = of(period.instanceKey()).stream()
                .filter(one -> one.rule().equals(period.rule()))
                .anyMatch(one -> one.resumedOn() == null || order.on().isBefore(one.resumedOn()));
        if (period.state() != State.RUNNING
                || !pausable(period)
                || overlaps
                || order.on().isBefore(period.anchorOn())
                || order.on().isAfter(period.dueOn())) {
            throw new IllegalArgumentException("Period %s cannot be paused on %s".formatted(period, order.on()));
        }
        LegalPeriod still = period.standingStill();
        table.pause(period, order);
        table.relieved(still);
        news.publishEvent(new PeriodNews.Paused(still, order));
    }

    /**
     * The locked period goes on from that day on, which counts again; tells the day it ends now.
     *
     * @throws IllegalArgumentException if it does not stand still
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LegalPeriod resume(LegalPeriod period, Pause.Order order) {
        if (period.state() != State.PAUSED) {
            throw new IllegalArgumentException("Period %s does not stand still".formatted(period));
        }
        table.resume(period, order);
        LegalPeriod now = ledger.recompute(period.goingOn());
        ledger.relieve(now);
        news.publishEvent(new PeriodNews.Moved(List.of(new Move(now, period.dueOn(), Why.PAUSE, order.told()))));
        return now;
    }
}
