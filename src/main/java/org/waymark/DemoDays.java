package org.waymark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Computed;
import org.waymark.deadline.Deadlines;

/**
 * Days of the demo's objects, seen from the day it starts on: the plan is that of 15 June 2021 and moves by whole weeks.
 *
 * @param today the day the demo starts on
 */
record DemoDays(LocalDate today, WorkCalendar calendar, Deadlines deadlines) {

    private static final LocalDate PLANNED_FOR = LocalDate.of(2021, 6, 15);

    /** A day of the plan for 15 June 2021, as it falls when the demo starts on {@code today}. */
    LocalDate planned(int year, int month, int day) {
        return LocalDate.of(year, month, day).plusWeeks(weeks());
    }

    /** How many whole weeks the plan lies off. */
    long weeks() {
        return Math.floorDiv(ChronoUnit.DAYS.between(PLANNED_FOR, today), 7);
    }

    /** A workday not long ago. */
    LocalDate before(Random random) {
        return calendar.minusWorkdays(today, 1 + random.nextInt(6));
    }

    /** The day its present step began: most are within their time, some have fallen behind. */
    LocalDate since(Random random, boolean behind) {
        return calendar.minusWorkdays(today, random.nextInt(behind ? 16 : 5));
    }

    /** On that day, or later if the citizen's time from it would be over by now. */
    LocalDate notLapsed(String rule, LocalDate happened) {
        LocalDate day = happened;
        while (deadlines.compute(rule, day, CalendarVersion.CURRENT) instanceof Computed period
                && period.lastDay().isBefore(today)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
