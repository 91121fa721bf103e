package org.waymark.project.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an import would do, or why it does nothing.
 *
 * @param fresh projects it would open; those something is wrong with are not among them
 * @param unchanged projects that are there, as the file says
 * @param changed projects that are there and of which the file says something else; no import changes them
 * @param wrong what must be put right before anything is imported, at most {@link #MOST}
 * @param more how many findings there are beyond these
 * @param beyond of new projects whose days are drawn in before their target, by code: where the template would end
 */
public record Preview(
        List<Entry> fresh,
        List<Entry> unchanged,
        List<Changed> changed,
        List<Finding> wrong,
        int more,
        Map<String, LocalDate> beyond) {

    public static final int MOST = 100;

    /** A project of which the file says something else than when it was opened. */
    public record Changed(Entry entry, List<Difference> differences) {}

    /** @param opened null if it was not there; {@code now} likewise */
    public record Difference(String field, String opened, String now) {}

    static Preview of(
            List<Entry> fresh,
            List<Entry> unchanged,
            List<Changed> changed,
            List<Finding> wrong,
            Map<String, LocalDate> beyond) {
        int shown = Math.min(MOST, wrong.size());
        return new Preview(
                fresh, unchanged, changed, List.copyOf(wrong.subList(0, shown)), wrong.size() - shown, beyond);
    }

    static Preview of(List<Finding> wrong) {
        return of(List.of(), List.of(), List.of(), wrong, Map.of());
    }

    public boolean sound() {
        return wrong.isEmpty();
    }
}
