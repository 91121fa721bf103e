package org.waymark.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodExtensions;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.supervision.Extension.State;

/**
 * Later days for open steps (延期): asked for with a reason, a paper and the day, and signed off by a leader who did not
 * ask. Then step, task, period and reminders move together; the day that was due first stays.
 */
@Service
public class Extensions {

    private final ExtensionTable table;
    private final ExtensionRules rules;
    private final Watched watched;
    private final PeriodExtensions periods;
    private final Steps steps;
    private final ChangeLog log;

    Extensions(
            ExtensionTable table,
            ExtensionRules rules,
            Watched watched,
            PeriodExtensions periods,
            Steps steps,
            ChangeLog log) {
        this.table = table;
        this.rules = rules;
        this.watched = watched;
        this.periods = periods;
        this.steps = steps;
        this.log = log;
    }

    public Optional<Extension> find(long id) {
        return table.find(id);
    }

    /** All asked for a step, the newest first. */
    public List<Extension> ofTask(String taskId) {
        return table.ofTask(taskId);
    }

    /** All that wait for a leader, the oldest first. */
    public List<Extension> open() {
        return table.open();
    }

    /** What a step can be prolonged to at most by its rule; empty if it is due by working days, or its rule does not let it. */
    @Transactional
    public Optional<LocalDate> atMost(String taskId) {
        return watched.period(steps.of(taskId)).flatMap(periods::atMost);
    }

    /** Whether the step's rule lets it be prolonged, or it has none: what is due by working days alone always may. */
    public boolean allowed(Step step) {
        return step.ruleCode() == null || periods.mayMore(step.instanceKey(), step.ruleCode());
    }

    /**
     * Asks for a later day.
     *
     * @throws Refused without day, reason or document, for a step that is not ours or has ended, against its rule, or
     *     while another one waits
     */
    @Transactional
    public long ask(String taskId, LocalDate wanted, String reason, String document) {
        Step step = watched.open(taskId);
        Optional<LegalPeriod> period = watched.period(step);
        rules.check(step, period);
        watched.given(wanted, reason, document);
        rules.check(step, period, wanted);
        try {
            String rule = period.map(LegalPeriod::rule).orElse(null);
            if (!table.insert(step, rule, wanted, reason, document, Watched.who())) {
                throw watched.refused("supervision.extend.another", Watched.name(step));
            }
        } catch (DuplicateKeyException atTheSameMoment) {
            throw watched.refused("supervision.extend.another", Watched.name(step));
        }
        Extension asked = table.ofTask(taskId).get(0);
        log(step, "asked", asked, asked.told());
        return asked.id();
    }

    /**
     * Signs it off: everything due by it moves.
     *
     * @throws Refused by whoever asked, if it is answered already, or if anything speaks against it by now
     */
    @Transactional
    public void approve(long id, String answer) {
        Step step = watched.open(known(id).taskId());
        Extension asked = unanswered(id);
        notOwn(asked);
        Optional<LegalPeriod> period = watched.period(step);
        rules.check(step, period);
        rules.check(step, period, asked.wantedOn());
        if (period.isPresent()) {
            periods.extend(period.get(), asked.wantedOn(), asked.told());
        } else {
            steps.moveDue(step.taskId(), asked.wantedOn(), asked.told());
        }
        log(step, "approved", asked, answer == null ? asked.told() : answer);
        table.answer(id, State.APPROVED, answer, Watched.who());
    }

    /** @throws Refused without an answer, by whoever asked, or if it is answered already */
    @Transactional
    public void refuse(long id, String answer) {
        Step step = locked(id);
        Extension asked = unanswered(id);
        notOwn(asked);
        if (answer == null || answer.isBlank()) {
            throw watched.refused("supervision.answer");
        }
        log(step, "refused", asked, answer);
        table.answer(id, State.REFUSED, answer, Watched.who());
    }

    /** @throws Refused by anybody but whoever asked, or if it is answered already */
    @Transactional
    public void withdraw(long id) {
        Step step = locked(id);
        Extension asked = unanswered(id);
        if (!asked.askedBy().equals(Watched.who())) {
            throw watched.refused("supervision.notYours");
        }
        log(step, "withdrawn", asked, null);
        table.answer(id, State.WITHDRAWN, null, Watched.who());
    }

    /** What was asked for a step that has ended meanwhile can still be refused or taken back. */
    private Step locked(long id) {
        Step step = steps.of(known(id).taskId());
        steps.lockOpen(step.instanceKey());
        return step;
    }

    private Extension known(long id) {
        return table.find(id).orElseThrow(() -> watched.refused("supervision.unknown"));
    }

    private Extension unanswered(long id) {
        Extension asked = table.lock(id).orElseThrow(() -> watched.refused("supervision.unknown"));
        if (asked.state() != State.ASKED) {
            throw watched.refused("supervision.answered." + asked.state());
        }
        return asked;
    }

    private void notOwn(Extension asked) {
        if (asked.askedBy().equals(Watched.who())) {
            throw watched.refused("supervision.own");
        }
    }

    private void log(Step step, String what, Extension asked, String reason) {
        log.add(new Change(
                step.instanceKey(),
                "extension." + what,
                step.element(),
                asked.oldOn().toString(),
                asked.wantedOn().toString(),
                reason,
                watched.today()));
    }
}
