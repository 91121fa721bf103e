package org.waymark.board.object;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.BoardTable.ObjectCase;
import org.waymark.board.Names;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.step.Step;
import org.waymark.roster.RosterObject;
import org.waymark.template.Templates;

/** The change log of an object and its cases in words: codes become the names a reader knows. */
@Component
class History {

    private final ChangeLog log;
    private final Templates templates;
    private final Names names;
    private final MessageSource texts;

    History(ChangeLog log, Templates templates, Names names, MessageSource texts) {
        this.log = log;
        this.templates = templates;
        this.names = names;
        this.texts = texts;
    }

    /** A row; {@code before} and {@code after} are empty where nothing was or is. */
    record Row(
            OffsetDateTime recordedAt,
            LocalDate happenedOn,
            String what,
            String subject,
            String before,
            String after,
            String reason,
            String who) {}

    /** The newest first. */
    List<Row> of(RosterObject object, List<ObjectCase> cases, List<Step> steps) {
        List<Recorded> rows = new ArrayList<>(log.of(object.project() + ":" + object.number()));
        cases.forEach(one -> rows.addAll(log.of(one.caseKey())));
        Map<String, String> words = words(cases, steps);
        return withoutRepeats(rows).stream()
                .sorted(Comparator.comparing(Recorded::recordedAt)
                        .thenComparing(Recorded::seq)
                        .reversed())
                .map(row -> row(row, words))
                .toList();
    }

    /** A wait recorded again as it stands changes nothing, nor does an imported day that is the one it was. */
    private static List<Recorded> withoutRepeats(List<Recorded> rows) {
        Map<String, String> waits = new HashMap<>();
        List<Recorded> kept = new ArrayList<>();
        for (Recorded row : rows) {
            String step = row.chain() + " " + row.subject();
            String wait = row.newValue() + " " + row.happenedOn() + " " + blankless(row.reason());
            boolean waiting = row.what().equals("step.waiting");
            boolean same = row.what().equals("step.imported") && Objects.equals(row.oldValue(), row.newValue());
            if (!same && (!waiting || !wait.equals(waits.put(step, wait)))) {
                kept.add(row);
            }
            if (!waiting && row.what().startsWith("step.")) {
                waits.remove(step);
            }
        }
        return kept;
    }

    /** What officials call the change; how somebody came to be the assignee, and an object into the roster, differs. */
    private static String kind(Recorded row) {
        if (row.what().equals("object.added") && row.newValue() != null) {
            return "object.imported";
        }
        if (row.what().equals("step.assigned") && row.newValue() == null) {
            return "step.released";
        }
        if (row.what().equals("step.assigned") && row.oldValue() == null) {
            return row.newValue().equals(row.who()) ? "step.claimed" : "step.given";
        }
        return row.what();
    }

    private static String blankless(String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private Row row(Recorded row, Map<String, String> words) {
        String kind = kind(row);
        String after = word(row.newValue(), words);
        String subject = words.getOrDefault(kind.startsWith("case.") ? row.chain() : row.subject(), "");
        return new Row(
                row.recordedAt(),
                row.happenedOn(),
                text("change." + kind, kind),
                subject,
                kind.equals("step.claimed") ? "" : word(row.oldValue(), words),
                kind.equals("step.opened") && !after.isEmpty()
                        ? texts.getMessage("change.due", new Object[] {after}, LocaleContextHolder.getLocale())
                        : after,
                blankless(row.reason()),
                words.getOrDefault(row.who(), text("value." + row.who(), row.who())));
    }

    private Map<String, String> words(List<ObjectCase> cases, List<Step> steps) {
        Map<String, String> words = new HashMap<>(names.people());
        for (ObjectCase one : cases) {
            words.put(one.caseKey(), one.milestone(names.lang()));
            templates
                    .latest(one.process())
                    .stages()
                    .values()
                    .forEach(stage ->
                            words.put(stage.code(), names.lang().equals("en") ? stage.nameEn() : stage.nameZh()));
        }
        steps.forEach(step -> words.put(step.element(), step.name(names.lang())));
        return words;
    }

    private String word(String value, Map<String, String> words) {
        if (value == null || value.equals("null")) {
            return "";
        }
        String party = names.party(value);
        return words.getOrDefault(value, text("value." + value.replace(' ', '_'), party));
    }

    private String text(String key, String otherwise) {
        return texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
