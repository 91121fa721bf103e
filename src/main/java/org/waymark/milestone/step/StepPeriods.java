package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.deadline.Holder;
import org.waymark.deadline.Kind;
import org.waymark.deadline.ledger.DeadlineSteps;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.ledger.PeriodNews;
import org.waymark.deadline.ledger.PeriodNews.Move;
import org.waymark.engine.Engine;
import org.waymark.engine.TimerNews;
import org.waymark.engine.timer.Timers;
import org.waymark.engine.timer.Timers.Waiting;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Keeps periods of law and steps together: a period ends with its step, and a step is due when its period is. */
@Component
class StepPeriods {

    private final PeriodLedger ledger;
    private final DeadlineSteps moments;
    private final StepTable steps;
    private final Engine engine;
    private final Timers timers;
    private final ChangeLog log;
    private final Clock clock;

    StepPeriods(
            PeriodLedger ledger,
            DeadlineSteps moments,
            StepTable steps,
            Engine engine,
            Timers timers,
            ChangeLog log,
            Clock clock) {
        this.ledger = ledger;
        this.moments = moments;
        this.steps = steps;
        this.engine = engine;
        this.timers = timers;
        this.log = log;
        this.clock = clock;
    }

    /** The step ended in this way on that day, and its period with it unless another open step is due by the same rule. */
    void end(Step step, State state, LocalDate day) {
        if (step.ruleCode() != null && !shared(step)) {
            ledger.end(step.instanceKey(), step.ruleCode(), state, day);
        }
    }

    private boolean shared(Step step) {
        return steps.openByRule(List.of(step.instanceKey())).stream()
                .anyMatch(other -> step.ruleCode().equals(other.ruleCode())
                        && !step.taskId().equals(other.taskId()));
    }

    @EventListener
    void on(TimerNews.Over timer) {
        State state = timer.cancelled() ? State.DROPPED : State.ELAPSED;
        ledger.end(timer.instanceKey(), timer.rule(), state, LocalDate.now(clock));
    }

    /** Nothing is due while the period stands still. */
    @EventListener
    void on(PeriodNews.Paused news) {
        LegalPeriod period = news.period();
        steps.openByRule(List.of(period.instanceKey())).stream()
                .filter(step -> step.ruleCode().equals(period.rule()))
                .forEach(step -> {
                    steps.undated(step.taskId());
                    engine.undated(step.taskId());
                });
        log.add(new Change(
                period.instanceKey(),
                "period.paused",
                period.rule(),
                period.dueOn().toString(),
                null,
                news.order().told(),
                news.order().on()));
    }

    /** Steps, tasks and timers follow in the transaction that moves the periods, as one command of the engine. */
    @EventListener
    void on(PeriodNews.Moved news) {
        engine.together(() -> {
            follow(news.moves());
            return null;
        });
    }

    private void follow(List<Move> moves) {
        Map<String, LocalDate> due = new HashMap<>();
        moves.forEach(move -> due.put(key(move.period()), move.period().dueOn()));
        List<String> instances = moves.stream()
                .map(move -> move.period().instanceKey())
                .distinct()
                .toList();
        Map<String, LocalDate> tasks = steps.openByRule(instances).stream()
                .filter(step -> due.containsKey(step.instanceKey() + "/" + step.ruleCode()))
                .collect(Collectors.toMap(Step::taskId, step -> due.get(step.instanceKey() + "/" + step.ruleCode())));
        steps.due(tasks);
        engine.due(tasks);
        Map<Waiting, Date> fire = new HashMap<>();
        moments.fire(moves.stream().map(Move::period).filter(StepPeriods::timed).toList())
                .forEach((period, moment) -> fire.put(new Waiting(period.instanceKey(), period.rule()), moment));
        timers.fireAt(fire);
        log.add(moves.stream().map(this::change).toList());
    }

    /** Whether a diagram may have a timer for it: a citizen's period lapses, a period that has to last elapses. */
    private static boolean timed(LegalPeriod period) {
        return period.holder() == Holder.THEIRS || period.kind() == Kind.MIN || period.kind() == Kind.VALID;
    }

    private Change change(Move move) {
        LegalPeriod period = move.period();
        return new Change(
                period.instanceKey(),
                "period." + move.why().name().toLowerCase(),
                period.rule(),
                move.oldDueOn().toString(),
                period.dueOn().toString(),
                move.detail(),
                LocalDate.now(clock));
    }

    private static String key(LegalPeriod period) {
        return period.instanceKey() + "/" + period.rule();
    }
}
