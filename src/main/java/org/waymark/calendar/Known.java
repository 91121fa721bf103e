package org.waymark.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was known of days off at one moment: notices, oldest first and as they came to be known, and the years made from them. */
class Known {

    private record YearAsOf(int year, CalendarVersion version) {}

    private final List<Notice> notices;
    private final List<Notice> asRecorded;
    private final Map<YearAsOf, WorkYear> years = new ConcurrentHashMap<>();

    private Known(Collection<Notice> notices, Collection<Notice> asRecorded) {
        this.notices = List.copyOf(notices);
        this.asRecorded = List.copyOf(asRecorded);
    }

    /** What came with the software and what the office added, in the order it did; of two of one day the software's counts. */
    static Known of(List<Notice> shipped, List<Notice> added) {
        Map<LocalDate, Notice> byDay = new TreeMap<>();
        added.forEach(notice -> byDay.put(notice.published(), notice));
        shipped.forEach(notice -> byDay.put(notice.published(), notice));
        Set<Notice> asRecorded = new LinkedHashSet<>(shipped);
        added.stream().filter(byDay::containsValue).forEach(asRecorded::add);
        return new Known(byDay.values(), asRecorded);
    }

    /** The same with one more: a year as it would be. */
    Known with(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        more.sort(Comparator.comparing(Notice::published));
        List<Notice> recorded = new ArrayList<>(asRecorded);
        recorded.add(notice);
        return new Known(more, recorded);
    }

    List<Notice> notices() {
        return notices;
    }

    /** Those that came to be known after the first {@code revision}. */
    List<Notice> since(int revision) {
        return asRecorded.subList(Math.min(Math.max(revision, 0), asRecorded.size()), asRecorded.size());
    }

    WorkYear year(int year, CalendarVersion version) {
        return years.computeIfAbsent(
                new YearAsOf(year, version), key -> WorkYear.of(key.year(), key.version(), notices));
    }
}
