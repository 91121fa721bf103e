package org.waymark.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice of the State Council's General Office about days off (放假通知). It is never changed: what changes its year is
 * a later notice.
 *
 * @param published the day it was published, its version
 * @param number number of the paper, null if not recorded
 * @param recordedBy who typed it in, null if it came with the software
 */
public record Notice(LocalDate published, String number, String recordedBy, List<Days> days) {

    public Notice {
        days = List.copyOf(days);
    }

    /** Days a notice names: off, or make-up workdays (调休上班). */
    public record Days(LocalDate from, LocalDate to, boolean work, String name) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Whether any of them is a day of that year. */
        public boolean about(int year) {
            return from.getYear() == year || to.getYear() == year;
        }
    }

    boolean names(LocalDate first, LocalDate last) {
        return days.stream()
                .anyMatch(some -> !some.to().isBefore(first) && !some.from().isAfter(last));
    }

    boolean names(LocalDate day) {
        return days.stream().anyMatch(some -> some.covers(day));
    }
}
