package org.waymark.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was known of days off at one moment: notices, oldest first, and the years made from them. */
class Known {

    private record YearAsOf(int year, CalendarVersion version) {}

    private final List<Notice> notices;
    private final Map<YearAsOf, WorkYear> years = new ConcurrentHashMap<>();

    private Known(List<Notice> notices) {
        this.notices = notices;
    }

    /** What came with the software and what the office added; of two of one day the software's counts. */
    static Known of(List<Notice> shipped, List<Notice> added) {
        Map<LocalDate, Notice> byDay = new TreeMap<>();
        added.forEach(notice -> byDay.put(notice.published(), notice));
        shipped.forEach(notice -> byDay.put(notice.published(), notice));
        return new Known(List.copyOf(byDay.values()));
    }

    /** The same with one more: a year as it would be. */
    Known with(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        more.sort(Comparator.comparing(Notice::published));
        return new Known(List.copyOf(more));
    }

    List<Notice> notices() {
        return notices;
    }

    WorkYear year(int year, CalendarVersion version) {
        return years.computeIfAbsent(
                new YearAsOf(year, version), key -> WorkYear.of(key.year(), key.version(), notices));
    }
}
