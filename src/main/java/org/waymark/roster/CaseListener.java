package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.engine.InstanceEnded;
import org.waymark.engine.Overtaken;
import org.waymark.engine.TimerNews;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.StepOpened;
import org.waymark.milestone.step.Steps;
import org.waymark.roster.gate.GateTable;

/** Keeps the cases' rows in step with their process instances, in the engine's own transaction. */
@Component
class CaseListener {

    private final CaseTable cases;
    private final GateTable gates;
    private final Steps steps;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    CaseListener(CaseTable cases, GateTable gates, Steps steps, ChangeLog log, MessageSource texts, Clock clock) {
        this.cases = cases;
        this.gates = gates;
        this.steps = steps;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    void on(StepOpened step) {
        if (step.stage() != null) {
            cases.stage(step.instanceKey(), step.stage());
        }
    }

    @EventListener
    void on(TimerNews.Began stage) {
        cases.stage(stage.instanceKey(), stage.stage());
    }

    /**
     * A case closes on the day its last step happened, which may be before it was typed in. If it was withdrawn at this
     * moment the submission is undone.
     */
    @EventListener
    void on(InstanceEnded ended) {
        cases.find(ended.instanceKey()).ifPresent(one -> {
            LocalDate today = LocalDate.now(clock);
            LocalDate closedOn = steps.ofInstance(one.caseKey()).stream()
                    .map(Step::happenedOn)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(today);
            if (!cases.close(one, closedOn, ended.end())) {
                throw new Overtaken(texts.getMessage("task.changed", null, LocaleContextHolder.getLocale()), null);
            }
            log.add(new Change(one.caseKey(), "case.closed", one.caseKey(), "OPEN", "CLOSED", ended.end(), closedOn));
            gates.check(one.project(), one.milestone());
            gates.checkNext(one.project(), one.milestone());
        });
    }
}
