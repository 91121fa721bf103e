package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.deadline.parameter.ParameterSettled;
import org.waymark.deadline.parameter.Setting;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Writes into the change log what projects settle of rules for themselves. */
@Component
class ParameterLog {

    private final ChangeLog log;
    private final Clock clock;

    ParameterLog(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void on(ParameterSettled news) {
        Setting now = news.now();
        String what = "parameter." + now.parameter().name().toLowerCase();
        String subject = now.section().isEmpty() ? now.rule() : now.rule() + " " + now.section();
        log.add(new Change(
                now.project(),
                what,
                subject,
                news.before(),
                now.setting(),
                now.reason() + " · " + now.documentNo(),
                LocalDate.now(clock)));
    }
}
