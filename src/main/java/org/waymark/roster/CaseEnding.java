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

/** Ends cases before their time. */
@Component
class CaseEnding {

    private final CaseTable cases;
    private final Engine engine;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    CaseEnding(CaseTable cases, Engine engine, ChangeLog log, MessageSource texts, Clock clock) {
        this.cases = cases;
        this.engine = engine;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Ends an unfinished case, with its process if it has one by now; one that is finished is left as it is.
     *
     * @throws Overtaken if somebody finishes the case at this moment
     */
    void end(Case read, String reason) {
        Case one = read;
        while (one.state() != Case.State.OPEN && one.state().unfinished() && !cases.cancel(one)) {
            // the worker that held the row has opened it meanwhile
            one = cases.find(one.caseKey()).orElseThrow();
        }
        if (one.state() == Case.State.OPEN) {
            endRunning(one, reason);
        }
        if (one.state().unfinished()) {
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

    /** One command: steps, case and the engine's rows are locked in the order a submission locks them, and none deadlocks. */
    private void endRunning(Case one, String reason) {
        engine.together(() -> {
            engine.cancel(one.processInstance(), reason);
            if (!cases.cancel(one)) {
                throw new Overtaken(texts.getMessage("task.changed", null, LocaleContextHolder.getLocale()), null);
            }
            return one;
        });
    }
}
