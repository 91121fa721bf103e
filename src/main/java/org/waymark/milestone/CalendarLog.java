package org.waymark.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.calendar.Notice;
import org.waymark.calendar.Notices;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;

/** Writes notices of days off into the change log, in the transaction that records them; the calendar does not know of it. */
@Component
class CalendarLog {

    static final String CHAIN = "office:calendar";
    private static final int MOST = 2000;

    private final ChangeLog log;
    private final Clock clock;

    CalendarLog(ChangeLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void on(Notices.Published news) {
        Notice notice = news.notice();
        String days = notice.days().stream()
                .map(some -> "%s/%s %s %s".formatted(some.from(), some.to(), some.work() ? "work" : "off", some.name()))
                .collect(Collectors.joining("; "));
        log.add(new Change(
                CHAIN,
                "calendar.notice",
                notice.published().toString(),
                null,
                days.length() <= MOST ? days : days.substring(0, MOST - 1) + "…",
                notice.number(),
                LocalDate.now(clock)));
    }
}
