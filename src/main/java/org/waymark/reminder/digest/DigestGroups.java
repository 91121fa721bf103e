package org.waymark.reminder.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;
import org.waymark.calendar.WorkCalendar;
import org.waymark.reminder.DueStep;
import org.waymark.reminder.Notice;
import org.waymark.reminder.Reason;
import org.waymark.reminder.digest.Digest.Group;
import org.waymark.reminder.digest.Digest.Row;

/** Gathers notices by project, milestone and due date: a group counts all and lists some, however many there are. */
record DigestGroups(Words words, WorkCalendar calendar, LocalDate today, String baseUrl) {

    private static final int ROWS = 20;

    private static final Comparator<Notice> NEAREST_FIRST = comparing(Notice::reason)
            .thenComparing(notice -> notice.step().objectNo(), nullsFirst(naturalOrder()))
            .thenComparing(notice -> notice.step().nameZh())
            .thenComparing(notice -> notice.step().taskId());

    List<Group> of(List<Notice> notices) {
        return notices.stream().collect(groupingBy(Key::of, TreeMap::new, toList())).values().stream()
                .map(this::group)
                .toList();
    }

    private Group group(List<Notice> notices) {
        DueStep any = notices.get(0).step();
        var rows = notices.stream()
                .sorted(NEAREST_FIRST)
                .limit(ROWS)
                .map(notice -> new Row(notice.step().subject(words.language()), why(notice), address(notice.step())))
                .toList();
        return new Group(
                any.place(words.language()),
                words.say("due", words.date(any.dueOn(), today)),
                any.waiting() ? words.say("left.waiting") : left(any.dueOn()),
                words.say("count", notices.size()),
                rows,
                notices.size() > ROWS ? words.say("more", notices.size()) : "");
    }

    private String left(LocalDate due) {
        if (due.isBefore(today)) {
            return words.say("left.late", ChronoUnit.DAYS.between(due, today));
        }
        if (due.equals(today)) {
            return words.say("left.today");
        }
        int workdays = calendar.workdaysBetween(today, due);
        return workdays == 0 ? words.say("left.last") : words.say("left.workdays", workdays);
    }

    private String why(Notice notice) {
        var parts = new ArrayList<String>();
        if (notice.step().waiting()) {
            parts.add(waits(notice.step()));
        }
        parts.add(words.say("reason." + notice.reason()));
        if (notice.reason() == Reason.OWNER || notice.reason() == Reason.LEADER) {
            parts.add(doers(notice));
        }
        if (!notice.others().isEmpty() && !notice.step().waiting()) {
            parts.add(words.say("others", words.names(notice.others())));
        }
        return String.join(words.say("semicolon"), parts);
    }

    /** Who has to act; of what nobody has claimed, the group that may and who answers for the object. */
    private String doers(Notice notice) {
        DueStep step = notice.step();
        if (step.assignee() == null && step.candidateGroup() != null) {
            String claim = words.say("doers.group", words.group(step.candidateGroup()));
            return words.person(step.responsible())
                    .map(name -> claim + words.say("semicolon") + words.say("responsible", name))
                    .orElse(claim);
        }
        return notice.doers().isEmpty() ? words.say("doers.none") : words.say("doers", words.names(notice.doers()));
    }

    private String address(DueStep step) {
        String project = baseUrl + "/projects/" + encode(step.project());
        return step.objectNo() == null ? project : project + "/objects/" + encode(step.objectNo());
    }

    private static String encode(String segment) {
        return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
    }

    private String waits(DueStep step) {
        return step.waitingSince() == null
                ? words.say("waits", step.waitingParty())
                : words.say("waits.since", step.waitingParty(), words.date(step.waitingSince(), today));
    }

    /** Oldest due date first. */
    private record Key(LocalDate dueOn, String project, String milestone) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                comparing(Key::dueOn).thenComparing(Key::project).thenComparing(Key::milestone);

        static Key of(Notice notice) {
            var step = notice.step();
            return new Key(step.dueOn(), step.project(), step.milestone() == null ? "" : step.milestone());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
