package org.waymark.progress;

import java.time.LocalDate;

/**
 * Something a project cannot settle by itself (需协调事项).
 *
 * @param unit who is to settle it
 * @param level {@code town}, {@code city}, {@code taizhou} or {@code province}
 * @param limitOn last day for it
 */
public record Matter(
        String project, int seq, String matter, String unit, String level, LocalDate limitOn, boolean solved) {

    public boolean overdueOn(LocalDate today) {
        return !solved && limitOn.isBefore(today);
    }

    /** As the change log keeps it. */
    String line() {
        return "%s / %s / %s / %s / %s".formatted(matter, unit, level, limitOn, solved ? "solved" : "open");
    }
}
