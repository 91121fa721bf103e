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
    private final Clock clock;

    Returns(
            Steps steps,
            StepTable table,
            ChangeLog log,
            Engine engine,
            Models models,
            Anchors anchors,
            ElapsedPeriods periods,
            Clock clock) {
        this.steps = steps;
        this.table = table;
        this.log = log;
        this.engine = engine;
        this.models = models;
        this.anchors = anchors;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Steps of the same case (or milestone) before this one that can be gone back to: those done, and a citizen's whose
     * period ran out before what was asked for in time was typed in. None in another branch of a fork.
     */
    public List<Step> targets(Step step) {
        Model model = model(step);
        Set<String> standing = engine.positions(engine.instanceOf(step.taskId()));
        Set<String> seen = new TreeSet<>();
        return table.of(step.instanceKey()).stream()
                .filter(other -> other.state() == State.DONE || other.state() == State.LAPSED)
                .filter(other -> !standing.contains(other.element()))
                .filter(other -> Objects.equals(other.milestone(), step.milestone()))
                .filter(other -> model.behind(other.element()).contains(step.element()))
                .filter(other -> seen.add(other.element()))
                .toList();
    }

    /** What would be taken away if {@code target} were gone back to: every place a token stands behind it. */
    public List<String> cancelled(Step step, String target) {
        Set<String> behind = model(step).behind(target);
        return engine.positions(engine.instanceOf(step.taskId())).stream()
                .filter(behind::contains)
                .sorted()
                .toList();
    }

    /** Periods that had to last and have, between {@code target} and this step: not waited for again by themselves. */
    public List<Elapsed> passed(Step step, String target) {
        Model model = model(step);
        return model.reachableFrom(Set.of(target)).stream()
                .map(id -> model.node(id).properties().get("anchor"))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .flatMap(event -> periods.of(step.instanceKey(), event).stream())
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
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("A return needs a reason");
        }
        if (targets(step).stream().noneMatch(other -> other.element().equals(target))) {
            throw new IllegalArgumentException("Step %s cannot go back to %s".formatted(step.element(), target));
        }
        List<String> leave = cancelled(step, target);
        reopen(step, target, reason);
        OnReturn choice = restart ? OnReturn.AGAIN : OnReturn.KEEP;
        passed(step, target).forEach(period -> passOver(step, period, choice, reason));
        table.end(taskId, State.RETURNED, OffsetDateTime.now(clock));
        drop(step, leave, reason);
        log.add(Steps.change(step, "step.returned", step.element(), target, reason, today()));
        engine.move(engine.instanceOf(taskId), leave, target);
    }

    /** What is taken away with it was dropped by us: a citizen's period among it has not run out. */
    private void drop(Step step, List<String> leave, String reason) {
        table.of(step.instanceKey()).stream()
                .filter(other -> other.state() == State.OPEN && leave.contains(other.element()))
                .forEach(other -> {
                    table.end(other.taskId(), State.DROPPED, OffsetDateTime.now(clock));
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

    private Model model(Step step) {
        return models.ofDefinition(step.definition());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
