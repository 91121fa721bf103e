package org.waymark.reminder;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;

/** When a step is spoken of, counted in workdays from its due date; a due date on a rest day counts as the workday before. */
enum Stage {
    B3(-3),
    B1(-1),
    D0(0),
    A1(1),
    A3(3),
    A7(7);

    /** No stage of a due date falls on a day when that many workdays or more are left. */
    static final int HORIZON = 4;

    private final int workdays;

    Stage(int workdays) {
        this.workdays = workdays;
    }

    LocalDate day(LocalDate due, WorkCalendar calendar) {
        LocalDate last = calendar.onOrBeforeWorkday(due, CalendarVersion.CURRENT);
        return workdays < 0 ? calendar.minusWorkdays(last, -workdays) : calendar.plusWorkdays(last, workdays);
    }

    boolean reaches(Stage other) {
        return compareTo(other) >= 0;
    }

    List<Stage> earlier() {
        return List.of(values()).subList(0, ordinal());
    }

    /** The last stage that has come by {@code today}; empty while the due date is far. */
    static Optional<Stage> newest(LocalDate due, LocalDate today, WorkCalendar calendar) {
        return Arrays.stream(values())
                .filter(stage -> !stage.day(due, calendar).isAfter(today))
                .reduce((first, second) -> second);
    }
}
