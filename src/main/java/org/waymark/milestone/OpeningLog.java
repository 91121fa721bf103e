package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.project.ProjectNews;

/** The first row of a project's chain in the change log: who opened it, when, from which template. */
@Component
class OpeningLog {

    private final ChangeLog log;
    private final Clock clock;

    OpeningLog(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ProjectNews.Opened opened) {
        log.add(new Change(
                opened.project(),
                "project.opened",
                opened.project(),
                null,
                opened.opening().template(),
                null,
                LocalDate.now(clock)));
    }
}
