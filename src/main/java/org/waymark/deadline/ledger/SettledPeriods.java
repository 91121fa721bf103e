package org.waymark.deadline.ledger;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.waymark.deadline.parameter.ParameterSettled;

/** Has what runs computed anew when its project settled something of its rule. */
@Component
class SettledPeriods {

    private final PeriodTable table;

    SettledPeriods(PeriodTable table) {
        this.table = table;
    }

    /** Before the log: the worker too locks periods first. */
    @EventListener
    @Order(0)
    void on(ParameterSettled news) {
        table.staleRule(news.now().project(), news.now().rule());
    }
}
