package org.waymark.board.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.waymark.calendar.Notice;
import org.waymark.calendar.WorkCalendar;

/** A year of days, month by month, in weeks that begin on Monday. */
record YearView(int year, boolean provisional, int workdays, List<Month> months) {

    /** What a day is: OFF named by a notice, MAKE_UP a workday on a weekend, STATUTORY off by law while no notice is known. */
    enum Sort {
        WORK,
        WEEKEND,
        OFF,
        MAKE_UP,
        STATUTORY
    }

    record Day(LocalDate date, Sort sort, String name, boolean today) {}

    /** @param weeks seven places each, null outside the month */
    record Month(int number, int workdays, List<List<Day>> weeks) {}

    static YearView of(int year, WorkCalendar calendar, LocalDate today) {
        boolean provisional = calendar.isProvisional(LocalDate.of(year, 7, 1));
        List<Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(month(YearMonth.of(year, month), calendar, provisional, today));
        }
        return new YearView(
                year, provisional, months.stream().mapToInt(Month::workdays).sum(), months);
    }

    private static Month month(YearMonth month, WorkCalendar calendar, boolean provisional, LocalDate today) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = blank(month.atDay(1).getDayOfWeek().getValue() - 1);
        int workdays = 0;
        for (int n = 1; n <= month.lengthOfMonth(); n++) {
            LocalDate date = month.atDay(n);
            workdays += calendar.isWorkday(date) ? 1 : 0;
            week.add(day(date, calendar, provisional, today));
            if (week.size() == 7) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        if (!week.isEmpty()) {
            week.addAll(blank(7 - week.size()));
            weeks.add(week);
        }
        return new Month(month.getMonthValue(), workdays, weeks);
    }

    private static Day day(LocalDate date, WorkCalendar calendar, boolean provisional, LocalDate today) {
        boolean work = calendar.isWorkday(date);
        boolean weekend = date.getDayOfWeek().getValue() > 5;
        String name = calendar.named(date).map(Notice.Days::name).orElse(null);
        Sort sort;
        if (work) {
            sort = weekend ? Sort.MAKE_UP : Sort.WORK;
        } else if (name != null) {
            sort = Sort.OFF;
        } else if (provisional && calendar.isStatutory(date)) {
            sort = Sort.STATUTORY;
        } else {
            sort = Sort.WEEKEND;
        }
        return new Day(date, sort, name, date.equals(today));
    }

    private static List<Day> blank(int places) {
        List<Day> days = new ArrayList<>();
        for (int n = 0; n < places; n++) {
            days.add(null);
        }
        return days;
    }
}
