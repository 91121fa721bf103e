package org.waymark.milestone.period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.engine.timer.Timers;
import org.waymark.milestone.step.Steps;

/** Takes the periods that ran before there was a ledger into it: once, in one transaction, on one node. */
@Component
class PeriodAdoption {

    private final JdbcClient db;
    private final PeriodLedger ledger;
    private final Steps steps;
    private final Timers timers;

    PeriodAdoption(JdbcClient db, PeriodLedger ledger, Steps steps, Timers timers) {
        this.db = db;
        this.ledger = ledger;
        this.steps = steps;
        this.timers = timers;
    }

    @Transactional
    public void once() {
        boolean asked = db.sql("delete from start_lock where name = 'periods'").update() == 1;
        if (asked) {
            steps.openByRule().forEach(step -> ledger.adopt(step.instanceKey(), step.ruleCode()));
            timers.all().forEach(timer -> ledger.adopt(timer.instanceKey(), timer.rule()));
        }
    }
}
