package org.waymark.deadline;

import java.time.LocalDate;
import org.waymark.calendar.CalendarVersion;

/**
 * What a period comes to. MAX: {@code due} is the last day. MIN: {@code lastDay} is its last full day, {@code due} the
 * earliest day after it. BACK: {@code due} is the latest day.
 *
 * @param rawEnd the last day before any roll to or from a rest day
 * @param provisional whether it touches a year without a notice
 */
public record Computed(
        Kind kind,
        Unit unit,
        int n,
        LocalDate anchor,
        LocalDate rawEnd,
        LocalDate lastDay,
        LocalDate due,
        CalendarVersion calendar,
        boolean provisional) {

    public boolean rolled() {
        return kind != Kind.MIN && !rawEnd.equals(due);
    }
}
