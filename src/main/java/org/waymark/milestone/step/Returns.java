package org.waymark.milestone.step;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.Anchors.OnReturn;
import org.waymark.deadline.ElapsedPeriods;
import org.waymark.deadline.ElapsedPeriods.Elapsed;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.engine.Engine;
import org.waymark.engine.Model;
import org.waymark.engine.Models;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step.State;

/** Sends cases back to an earlier step (退回). */
@Service
public class Returns {

    private final Steps steps;
    private final StepTable table;
    private final ChangeLog log;
    private final Engine engine;
    private final Models models;
    private final Anchors anchors;
    private final ElapsedPeriods periods;
    private final StepPeriods ledger;
    private final Clock clock;

    Returns(
            Steps steps,
            StepTable table,
            ChangeLog log,
            Engine engine,
            Models models,
            Anchors anchors,
            ElapsedPeriods periods,
            StepPeriods ledger,
            Clock clock) {
        this.steps = steps;
        this.table = table;
        this.log = log;
        this.engine = engine;
        this.models = models;
        this.anchors = anchors;
        this.periods = periods;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A step that can be gone back to.
     *
     * @param cancels what would be taken away: every place a token stands behind it
     * @param passed periods that had to last and have, from it on: not waited for again by themselves
     */
    public record Target(Step step, List<String> cancels, List<Elapsed> passed) {}

    /**
     * Steps of the same case (or milestone) before this one that can be gone back to: those done, and a citizen's whose
     * period ran out before what was asked for in time was typed in. None in another branch of a fork.
     */
    public List<Target> targets(Step step) {
        Model model = models.ofDefinition(step.definition());
        Set<String> standing = engine.positions(engine.instanceOf(step.taskId()));
        Set<String> seen = new TreeSet<>();
        return table.of(step.instanceKey()).stream()
                .filter(other -> other.state() == State.DONE || other.state() == State.LAPSED)
                .filter(other -> !standing.contains(other.element()))
                .filter(other -> Objects.equals(other.milestone(), step.milestone()))
                .filter(other -> model.behind(other.element()).contains(step.element()))
                .filter(other -> seen.add(other.element()))
                .map(other -> new Target(other, cancelled(model, other, standing), passed(model, other)))
                .toList();
    }

    private static List<String> cancelled(Model model, Step target, Set<String> standing) {
        Set<String> behind = model.behind(target.element());
        return standing.stream().filter(behind::contains).sorted().toList();
    }

    private List<Elapsed> passed(Model model, Step target) {
        return model.reachableFrom(Set.of(target.element())).stream()
                .map(id -> model.node(id).properties().get("anchor"))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .flatMap(event -> periods.of(target.instanceKey(), event).stream())
                .toList();
    }

    /**
     * Goes back to {@code target}, which opens again with what it held.
     *
     * @param restart whether the periods passed over begin anew, from a day yet to come
     */
    @Transactional
    public void to(String taskId, String target, String reason, boolean restart) {
        Step step = steps.open(taskId);
        steps.refuseSuspended(step.project());
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A return needs a reason");
        }
        Target back = targets(step).stream()
                .filter(one -> one.step().element().equals(target))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Step %s cannot go back to %s".formatted(step.element(), target)));
        reopen(step, target, reason);
        OnReturn choice = restart ? OnReturn.AGAIN : OnReturn.KEEP;
        back.passed().forEach(period -> passOver(step, period, choice, reason));
        table.end(taskId, State.RETURNED, OffsetDateTime.now(clock));
        ledger.end(step, LegalPeriod.State.DROPPED, today());
        drop(step, back.cancels(), reason);
        log.add(Steps.change(step, "step.returned", step.element(), target, reason, today()));
        engine.move(engine.instanceOf(taskId), back.cancels(), target);
    }

    /** What is taken away with it was dropped by us: a citizen's period among it has not run out. */
    private void drop(Step step, List<String> leave, String reason) {
        table.of(step.instanceKey()).stream()
                .filter(other -> other.state() == State.OPEN && leave.contains(other.element()))
                .forEach(other -> {
                    table.end(other.taskId(), State.DROPPED, OffsetDateTime.now(clock));
                    ledger.end(other, LegalPeriod.State.DROPPED, today());
                    log.add(Steps.change(other, "step.dropped", null, null, reason, today()));
                });
    }

    /** A citizen's period that has run out stays as long as it was; what came in time can be registered for some days. */
    private void reopen(Step step, String target, String reason) {
        table.of(step.instanceKey()).stream()
                .filter(other -> other.element().equals(target) && other.state() == State.LAPSED)
                .findFirst()
                .ifPresent(lapsed -> anchors.reopen(
                        step.instanceKey(),
                        lapsed.ruleCode(),
                        reason,
                        SignedIn.name().orElse("system")));
    }

    private void passOver(Step step, Elapsed period, OnReturn choice, String reason) {
        String who = SignedIn.name().orElse("system");
        anchors.sendBack(step.instanceKey(), period.event(), choice, reason, who);
        log.add(new Change(
                step.instanceKey(),
                choice == OnReturn.AGAIN ? "period.restarted" : "period.kept",
                period.rule(),
                period.anchor().toString(),
                null,
                reason,
                today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
