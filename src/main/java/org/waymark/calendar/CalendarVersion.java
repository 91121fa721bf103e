package org.waymark.calendar;

import java.time.LocalDate;

/**
 * Which notices count. A notice can change within its year (2020-01-27 prolonged that year's Spring Festival), so a
 * date computed earlier stays explainable by the notices of its day.
 *
 * @param asOf publication date of the newest notice that counts, null for all
 */
public record CalendarVersion(LocalDate asOf) {

    /** All notices known today. */
    public static final CalendarVersion CURRENT = new CalendarVersion(null);

    public boolean isCurrent() {
        return asOf == null;
    }

    /** Whether somebody asking by this version could know a notice published on that day. */
    boolean knows(LocalDate published) {
        return isCurrent() || !published.isAfter(asOf);
    }

    /** Whether somebody asking by this version lives before that year. */
    boolean before(int year) {
        return !isCurrent() && asOf.getYear() < year;
    }

    @Override
    public String toString() {
        return isCurrent() ? "current" : asOf.toString();
    }
}
