package org.waymark.milestone;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.project.ProjectNews;

/** Writes what happens to projects into the change log; they themselves do not know of it. */
@Component
class LifeLog {

    private final ChangeLog log;
    private final Clock clock;

    LifeLog(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void on(ProjectNews.StateChanging news) {
        String what = news.from().name().equals("SUSPENDED") && news.to().name().equals("RUNNING")
                ? "resumed"
                : news.to().name().toLowerCase();
        add(news.project(), what, news.project(), news.from().name(), news.to().name(), news.reason(), today());
    }

    @EventListener
    void on(ProjectNews.Ended news) {
        add(news.project(), "ended", news.project(), null, null, null, today());
    }

    @EventListener
    void on(ProjectNews.QuantityChanged news) {
        String reason = news.document() == null || news.document().isBlank()
                ? news.reason()
                : news.reason() == null ? news.document() : news.reason() + " · " + news.document();
        add(
                news.project(),
                "quantity",
                news.quantity(),
                plain(news.before()),
                plain(news.now()),
                reason,
                news.happenedOn());
    }

    /** Before all others: who does it at the same moment waits here, and not at the rows the others write. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ProjectNews.CarriedOver news) {
        String next = news.next().year()
                + (news.next().investment() == null
                        ? ""
                        : " " + news.next().investment().toPlainString())
                + (news.next().target() == null ? "" : " " + news.next().target());
        add(news.project(), "carried", news.project(), String.valueOf(news.fromYear()), next, null, today());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private void add(String project, String what, String subject, String old, String now, String why, LocalDate day) {
        log.add(new Change(project, "project." + what, subject, old, now, why, day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
