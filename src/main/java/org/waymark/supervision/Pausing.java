package org.waymark.supervision;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Holder;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.Pause;
import org.waymark.deadline.ledger.PeriodPauses;
import org.waymark.engine.Refused;
import org.waymark.milestone.step.Step;

/**
 * Stops the period of an open step and lets it go on (中止计时/恢复). While it stands still the step has no due day: no
 * lamp, no reminder, nothing overdue.
 */
@Service
public class Pausing {

    private final Watched watched;
    private final PeriodPauses periods;

    Pausing(Watched watched, PeriodPauses periods) {
        this.watched = watched;
        this.periods = periods;
    }

    /** All of a case or project, the oldest first. */
    public List<Pause> of(String instanceKey) {
        return periods.of(instanceKey);
    }

    /** All that stand still now, the longest first. */
    public List<Pause> open() {
        return periods.open();
    }

    /**
     * The step's period stands still from that day on, which still counts.
     *
     * @throws Refused without day, reason or document, for a step of no period of ours or a court's, for a period that ran
     *     out or stands still, and for a day outside it
     */
    @Transactional
    public void pause(String taskId, LocalDate day, String reason, String document) {
        Step step = watched.open(taskId);
        LegalPeriod period =
                watched.period(step).orElseThrow(() -> watched.refused("supervision.pause.none", Watched.name(step)));
        String rule = watched.rule(period.rule());
        if (period.holder() == Holder.THEIRS) {
            throw watched.refused("supervision.pause.theirs", rule);
        }
        if (!PeriodPauses.pausable(period)) {
            throw watched.refused("supervision.pause.kind", rule);
        }
        if (period.state() == State.PAUSED) {
            throw watched.refused(
                    "supervision.pause.already", rule, still(period).pausedOn());
        }
        watched.given(day, reason, document);
        within(period, day);
        periods.pause(period, new Pause.Order(day, reason, document, Watched.who()));
    }

    private void within(LegalPeriod period, LocalDate day) {
        if (day.isAfter(watched.today())) {
            throw watched.refused("supervision.future", day);
        }
        if (day.isBefore(period.anchorOn())) {
            throw watched.refused("supervision.pause.early", day, period.anchorOn());
        }
        if (day.isAfter(period.dueOn())) {
            throw watched.refused("supervision.pause.over", day, period.dueOn());
        }
        of(period.instanceKey()).stream()
                .filter(one -> one.rule().equals(period.rule()) && day.isBefore(one.resumedOn()))
                .findFirst()
                .ifPresent(one -> {
                    throw watched.refused("supervision.pause.overlap", day, one.pausedOn(), one.resumedOn());
                });
    }

    /**
     * The step's period goes on from that day on, which counts again; what lies between is not counted.
     *
     * @throws Refused without day, reason or document, if it does not stand still, or for a day before it did
     */
    @Transactional
    public void resume(String taskId, LocalDate day, String reason, String document) {
        Step step = watched.open(taskId);
        LegalPeriod period = watched.period(step)
                .filter(one -> one.state() == State.PAUSED)
                .orElseThrow(() -> watched.refused("supervision.resume.none", Watched.name(step)));
        watched.given(day, reason, document);
        LocalDate since = still(period).pausedOn();
        if (day.isAfter(watched.today())) {
            throw watched.refused("supervision.future", day);
        }
        if (day.isBefore(since)) {
            throw watched.refused("supervision.resume.early", day, since);
        }
        periods.resume(period, new Pause.Order(day, reason, document, Watched.who()));
    }

    private Pause still(LegalPeriod period) {
        return of(period.instanceKey()).stream()
                .filter(one -> one.rule().equals(period.rule()) && one.resumedOn() == null)
                .findFirst()
                .orElseThrow();
    }
}
