package org.waymark.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * One year as one version of the notices had it.
 *
 * @param workdays bit n is day n of the year
 * @param provisional no notice for the year was published: weekends and fixed statutory days only
 */
record WorkYear(BitSet workdays, boolean provisional) {

    static WorkYear of(int year, CalendarVersion version, Notices notices) {
        List<Notices.Days> ours = notices.about(year);
        // An earlier version must not see what the library learned later; our own rows then tell the whole year.
        boolean fromLibrary = inLibrary(year)
                && (version.isCurrent()
                        || ours.isEmpty() && year <= version.asOf().getYear());
        List<Notices.Days> counting =
                ours.stream().filter(days -> version.knows(days.published())).toList();

        BitSet workdays = new BitSet(367);
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            workdays.set(day.getDayOfYear(), fromLibrary ? byLibrary(day) : plain(day));
        }
        counting.forEach(days -> apply(days, year, workdays));
        return new WorkYear(workdays, !fromLibrary && counting.isEmpty());
    }

    private static void apply(Notices.Days days, int year, BitSet workdays) {
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            if (day.getYear() == year) {
                workdays.set(day.getDayOfYear(), days.work());
            }
        }
    }

    // Every notice names New Year's Day; tyme4j refuses years outside 1 to 9999.
    private static boolean inLibrary(int year) {
        return year >= 1 && year <= 9999 && LegalHoliday.fromYmd(year, 1, 1) != null;
    }

    // tyme4j answers null for a day that no notice names: the plain week holds.
    private static boolean byLibrary(LocalDate day) {
        LegalHoliday named = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return named == null ? !weekend(day) : named.isWork();
    }

    // The statutory days that fall on the same date each year; lunar ones and the days around wait for the notice.
    private static boolean plain(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean statutory = date == 101 || date == 501 || date >= 1001 && date <= 1003;
        boolean secondOfMay = date == 502 && day.getYear() >= 2025; // 放假办法 of 2024-11-10, art. 2
        return !weekend(day) && !statutory && !secondOfMay;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
