package org.waymark.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Which days are workdays: weekends and notified holidays are not, make-up Saturdays and Sundays (调休) are. Years
 * without a notice yet are provisional.
 */
@Service
public class WorkCalendar {

    private final List<Notice> shipped = NoticeFile.read();
    private final Supplier<List<Notice>> added;
    private volatile Known known;

    /** By the notices that came with the software alone. */
    public WorkCalendar() {
        this(List::of);
    }

    @Autowired
    WorkCalendar(NoticeTable table) {
        this(table::all);
    }

    private WorkCalendar(Supplier<List<Notice>> added) {
        this.added = added;
    }

    private WorkCalendar(Known known) {
        this(List::of);
        this.known = known;
    }

    /** The calendar as it would be with one more notice. */
    public WorkCalendar with(Notice notice) {
        return new WorkCalendar(known().with(notice));
    }

    /** How many notices count: each one more may have moved what was computed before. */
    public int revision() {
        return known().notices().size();
    }

    /** The notices that count, oldest first. */
    public List<Notice> notices() {
        return known().notices();
    }

    /** Publication days of the notices that count since there were {@code revision}, and name a day of these. */
    public List<LocalDate> publishedSince(int revision, LocalDate from, LocalDate to) {
        return known().since(revision).stream()
                .filter(notice -> notice.names(from, to))
                .map(Notice::published)
                .sorted()
                .toList();
    }

    /** Reads again what the office added; another node may have. */
    public void refresh() {
        known = Known.of(shipped, added.get());
    }

    private Known known() {
        if (known == null) {
            refresh();
        }
        return known;
    }

    public boolean isWorkday(LocalDate day) {
        return isWorkday(day, CalendarVersion.CURRENT);
    }

    public boolean isWorkday(LocalDate day, CalendarVersion version) {
        return year(day, version).workdays().get(day.getDayOfYear());
    }

    /** What the notices say of the day, the latest of them; empty for a day of an ordinary week. */
    public Optional<Notice.Days> named(LocalDate day) {
        return known().notices().stream()
                .flatMap(notice -> notice.days().stream())
                .filter(days -> days.covers(day))
                .reduce((before, later) -> later);
    }

    /** Whether the day is one everybody has off by law, as far as the lunar calendar tells. */
    public boolean isStatutory(LocalDate day) {
        return WorkYear.statutory(day.getYear()).contains(day);
    }

    /** Whether no notice for the year of this day is known, so that one to come may still move what is computed. */
    public boolean isProvisional(LocalDate day) {
        return isProvisional(day, CalendarVersion.CURRENT);
    }

    public boolean isProvisional(LocalDate day, CalendarVersion version) {
        return year(day, version).provisional();
    }

    /** The n-th workday after {@code day}, which is not counted itself; 0 gives {@code day}. */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        return plusWorkdays(day, n, CalendarVersion.CURRENT);
    }

    public LocalDate plusWorkdays(LocalDate day, int n, CalendarVersion version) {
        return walk(day, n, 1, version);
    }

    /** The n-th workday before {@code day}, which is not counted itself; 0 gives {@code day}. */
    public LocalDate minusWorkdays(LocalDate day, int n) {
        return minusWorkdays(day, n, CalendarVersion.CURRENT);
    }

    public LocalDate minusWorkdays(LocalDate day, int n, CalendarVersion version) {
        return walk(day, n, -1, version);
    }

    /** {@code day} itself if it is a workday, else the next one. */
    public LocalDate onOrAfterWorkday(LocalDate day) {
        return onOrAfterWorkday(day, CalendarVersion.CURRENT);
    }

    public LocalDate onOrAfterWorkday(LocalDate day, CalendarVersion version) {
        return isWorkday(day, version) ? day : plusWorkdays(day, 1, version);
    }

    /** {@code day} itself if it is a workday, else the one before. */
    public LocalDate onOrBeforeWorkday(LocalDate day) {
        return onOrBeforeWorkday(day, CalendarVersion.CURRENT);
    }

    public LocalDate onOrBeforeWorkday(LocalDate day, CalendarVersion version) {
        return isWorkday(day, version) ? day : minusWorkdays(day, 1, version);
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

    /** Publication dates one can ask by. */
    public SortedSet<LocalDate> publicationDates() {
        return known().notices().stream().map(Notice::published).collect(Collectors.toCollection(TreeSet::new));
    }

    private WorkYear year(LocalDate day, CalendarVersion version) {
        return known().year(day.getYear(), version);
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
}
