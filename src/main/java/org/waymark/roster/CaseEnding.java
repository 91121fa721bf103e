package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.engine.Engine;
import org.waymark.engine.Overtaken;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.step.Steps;

/** Ends cases before their time. */
@Component
class CaseEnding {

    private final CaseTable cases;
    private final Steps steps;
    private final Engine engine;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    CaseEnding(CaseTable cases, Steps steps, Engine engine, ChangeLog log, MessageSource texts, Clock clock) {
        this.cases = cases;
        this.steps = steps;
        this.engine = engine;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Ends an unfinished case, with its process if it has one by now; one that was finished before is left as it is.
     * Rows are locked in the order in which a submission locks them (step, case, the engine's), and read again under
     * the lock.
     *
     * @throws Overtaken if somebody finishes the case at this moment
     */
    void end(Case read, String reason) {
        if (!read.state().unfinished()) {
            return;
        }
        steps.lockOpen(read.caseKey());
        Case one = cases.lock(read.caseKey());
        if (!one.state().unfinished()) {
            throw new Overtaken(texts.getMessage("task.changed", null, LocaleContextHolder.getLocale()), null);
        }
        if (one.processInstance() != null) {
            engine.cancel(one.processInstance(), reason);
        }
        cases.cancel(one);
        log.add(new Change(
                one.caseKey(),
                "case.cancelled",
                one.caseKey(),
                one.state().name(),
                "CANCELLED",
                reason,
                LocalDate.now(clock)));
    }
}
