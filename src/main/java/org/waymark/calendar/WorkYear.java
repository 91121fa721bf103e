package org.waymark.calendar;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.calendar.Notice.Days;

/**
 * One year as one version of the notices had it.
 *
 * @param workdays bit n is day n of the year
 * @param provisional no notice for the year was published: weekends and statutory days only
 */
record WorkYear(BitSet workdays, boolean provisional) {

    // From this year on all notices are ours, with their dates; of earlier years the library knows how they came out.
    private static final int FIRST_OF_OURS = 2018;
    private static final int LAST_OF_LIBRARY = 9998; // tyme4j knows the years 1 to 9999
    private static final int CLEAR_AND_BRIGHT = 7;

    static WorkYear of(int year, CalendarVersion version, List<Notice> notices) {
        List<Notice> counting = notices.stream()
                .filter(notice -> version.knows(notice.published()))
                .toList();
        boolean fromLibrary = year < FIRST_OF_OURS && inLibrary(year) && !version.before(year);
        Set<LocalDate> statutory = fromLibrary ? Set.of() : statutory(year);

        BitSet workdays = new BitSet(367);
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            workdays.set(day.getDayOfYear(), fromLibrary ? byLibrary(day) : !weekend(day) && !statutory.contains(day));
        }
        // the notice for a year names its National Day; one that only reaches into it from the next does not
        boolean noticed = counting.stream().anyMatch(notice -> notice.names(LocalDate.of(year, 10, 1)));
        if (noticed) {
            // a notice says all that is off: a statutory day on a day it does not name is one of an ordinary week
            for (LocalDate day : statutory) {
                workdays.set(day.getDayOfYear(), !weekend(day));
            }
        }
        counting.stream()
                .flatMap(notice -> notice.days().stream())
                .filter(days -> days.about(year))
                .forEach(days -> apply(days, year, workdays));
        return new WorkYear(workdays, !fromLibrary && !noticed);
    }

    private static void apply(Days days, int year, BitSet workdays) {
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            if (day.getYear() == year) {
                workdays.set(day.getDayOfYear(), days.work());
            }
        }
    }

    // Every notice names New Year's Day.
    private static boolean inLibrary(int year) {
        return year >= 1 && year <= LAST_OF_LIBRARY && LegalHoliday.fromYmd(year, 1, 1) != null;
    }

    // tyme4j answers null for a day that no notice names: the plain week holds.
    private static boolean byLibrary(LocalDate day) {
        LegalHoliday named = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return named == null ? !weekend(day) : named.isWork();
    }

    /**
     * The days everybody has off (全国年节及纪念日放假办法 art. 2), those of the lunar calendar computed: 13 since the text of
     * 2024-11-10, before it 11, without New Year's Eve and 2 May.
     */
    static Set<LocalDate> statutory(int year) {
        boolean thirteen = year >= 2025;
        Set<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(LocalDate.of(year, 5, 1));
        if (thirteen) {
            days.add(LocalDate.of(year, 5, 2));
        }
        for (int n = 1; n <= 3; n++) {
            days.add(LocalDate.of(year, 10, n));
        }
        if (year < 1 || year > LAST_OF_LIBRARY) {
            return days;
        }
        LocalDate spring = day(LunarDay.fromYmd(year, 1, 1).getSolarDay());
        for (int n = thirteen ? -1 : 0; n <= 2; n++) {
            days.add(spring.plusDays(n));
        }
        days.add(day(SolarTerm.fromIndex(year, CLEAR_AND_BRIGHT).getJulianDay().getSolarDay()));
        days.add(day(LunarDay.fromYmd(year, 5, 5).getSolarDay()));
        days.add(day(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
        return days;
    }

    private static LocalDate day(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
