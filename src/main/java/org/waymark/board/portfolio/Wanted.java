package org.waymark.board.portfolio;

import java.util.Locale;
import java.util.Objects;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Project;

/** What the reader looks for; what is null or empty narrows nothing. */
record Wanted(String q, String kind, String unit, String leader, String state, String lamp) {

    boolean fits(Standing.Whole whole) {
        return fits(whole.project()) && same(lamp, whole.lamp().color().name());
    }

    private boolean fits(Project project) {
        return same(kind, project.kind())
                && same(unit, project.unit())
                && same(leader, project.leader())
                && same(state, project.state().name())
                && named(project);
    }

    private boolean named(Project project) {
        String words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return (project.code() + " " + project.nameZh() + " " + project.nameEn())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private static boolean same(String wanted, String found) {
        return wanted == null || wanted.isEmpty() || Objects.equals(wanted, found);
    }

    public boolean narrows() {
        return !(blank(q) && blank(kind) && blank(unit) && blank(leader) && blank(state) && blank(lamp));
    }

    /** Whether more is asked than by name and lamp, which are always to be seen. */
    public boolean more() {
        return !(blank(kind) && blank(unit) && blank(leader) && blank(state));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
