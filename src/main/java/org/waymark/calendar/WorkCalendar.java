package org.waymark.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * Which days are workdays: weekends and statutory holidays are not, make-up Saturdays and Sundays (调休) are. Years
 * without a notice yet are provisional: weekends and the fixed statutory days only.
 */
@Service
public class WorkCalendar {

    private static final int FIRST_KNOWN_YEAR = 2018;
    private static final int LAST_KNOWN_YEAR = 2026;

    private final Notices notices = new Notices();
    private final Map<Integer, BitSet> workdays = new ConcurrentHashMap<>();

    public boolean isWorkday(LocalDate day) {
        return isWorkday(day, CalendarVersion.CURRENT);
    }

    public boolean isWorkday(LocalDate day, CalendarVersion version) {
        Boolean earlier = notices.workday(day, version);
        return earlier != null
                ? earlier
                : workdays.computeIfAbsent(day.getYear(), WorkCalendar::year).get(day.getDayOfYear());
    }

    /** Whether no notice for the year of this day is known, so that holidays may still move it. */
    public boolean isProvisional(LocalDate day) {
        return day.getYear() < FIRST_KNOWN_YEAR || day.getYear() > LAST_KNOWN_YEAR;
    }

    /** The n-th workday after {@code day}, which is not counted itself; 0 gives {@code day}. */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        return walk(day, n, 1, CalendarVersion.CURRENT);
    }

    public LocalDate plusWorkdays(LocalDate day, int n, CalendarVersion version) {
        return walk(day, n, 1, version);
    }

    /** The n-th workday before {@code day}, which is not counted itself. */
    public LocalDate minusWorkdays(LocalDate day, int n) {
        return walk(day, n, -1, CalendarVersion.CURRENT);
    }

    public LocalDate minusWorkdays(LocalDate day, int n, CalendarVersion version) {
        return walk(day, n, -1, version);
    }

    /** {@code day} itself if it is a workday, else the next one. */
    public LocalDate onOrAfterWorkday(LocalDate day, CalendarVersion version) {
        return isWorkday(day, version) ? day : walk(day, 1, 1, version);
    }

    /** {@code day} itself if it is a workday, else the one before. */
    public LocalDate onOrBeforeWorkday(LocalDate day, CalendarVersion version) {
        return isWorkday(day, version) ? day : walk(day, 1, -1, version);
    }

    /** Workdays after {@code from} up to and with {@code to}; negative if {@code to} is earlier. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workdaysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkday(day) ? 1 : 0;
        }
        return count;
    }

    /** Publication dates of notices that a later one changed and that can be asked for by their date. */
    public Set<LocalDate> earlierNotices() {
        return notices.published();
    }

    /**
     * The version as of an earlier notice.
     *
     * @throws IllegalArgumentException if no such notice is known
     */
    public CalendarVersion versionOf(LocalDate published) {
        if (!notices.knows(published)) {
            throw new IllegalArgumentException(
                    "No notice of %s is known, only of %s".formatted(published, notices.published()));
        }
        return new CalendarVersion(published);
    }

    private LocalDate walk(LocalDate from, int n, int step, CalendarVersion version) {
        if (n < 0) {
            throw new IllegalArgumentException("A number of workdays cannot be negative: " + n);
        }
        LocalDate day = from;
        for (int left = n; left > 0; ) {
            day = day.plusDays(step);
            left -= isWorkday(day, version) ? 1 : 0;
        }
        return day;
    }

    private static BitSet year(int year) {
        BitSet found = new BitSet(367);
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            // tyme4j names only days that differ from the plain week
            LegalHoliday named = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
            found.set(day.getDayOfYear(), named != null ? named.isWork() : plainWorkday(day));
        }
        return found;
    }

    private static boolean plainWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean unknownYear = day.getYear() > LAST_KNOWN_YEAR;
        return !weekend && !(unknownYear && fixedHoliday(day));
    }

    /** Statutory days that fall on the same date each year; lunar ones wait for the notice. */
    private static boolean fixedHoliday(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return date == 101 || date == 501 || date == 502 || date >= 1001 && date <= 1003;
    }
}
