package org.waymark.reminder.digest;

import java.util.List;

/** One person's mail of a morning, in words; what it looks like is the template's business. */
record Digest(String subject, String greeting, String intro, List<Section> sections, List<Link> links, String footer) {

    /** @param kind {@code overdue}, {@code today}, {@code coming} or {@code waiting} */
    record Section(String kind, String title, List<Group> groups) {}

    /**
     * A project's milestone and one due date.
     *
     * @param more how many there are, if not all are listed; else empty
     */
    record Group(String place, String due, String left, String count, List<Row> rows, String more) {}

    /**
     * A step.
     *
     * @param why whose turn it is, why the reader is told, who else is
     * @param address page of its object, or of its project
     */
    record Row(String what, String why, String address) {}

    record Link(String text, String address) {}

    /** The mail for readers without HTML. */
    String text() {
        var text = new StringBuilder(greeting).append("\n").append(intro).append("\n");
        for (Section section : sections) {
            text.append("\n").append(section.title()).append("\n");
            section.groups().forEach(group -> append(text, group));
        }
        text.append("\n");
        links.forEach(link ->
                text.append(link.text()).append(" ").append(link.address()).append("\n"));
        return text.append("\n").append(footer).append("\n").toString();
    }

    private static void append(StringBuilder text, Group group) {
        text.append("■ ")
                .append(String.join(" | ", group.place(), group.due(), group.left(), group.count()))
                .append("\n");
        group.rows().forEach(row -> text.append("  - ")
                .append(row.what())
                .append(" | ")
                .append(row.why())
                .append("\n"));
        if (!group.more().isEmpty()) {
            text.append("  ").append(group.more()).append("\n");
        }
    }
}
