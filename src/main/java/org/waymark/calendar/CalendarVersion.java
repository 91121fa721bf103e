package org.waymark.calendar;

import java.time.LocalDate;

/**
 * Which notices count: those published up to a day, or all known ones.
 *
 * @param asOf publication date of the newest notice that counts, null for all
 */
public record CalendarVersion(LocalDate asOf) {

    /** All notices known today. */
    public static final CalendarVersion CURRENT = new CalendarVersion(null);

    @Override
    public String toString() {
        return asOf == null ? "current" : asOf.toString();
    }
}
