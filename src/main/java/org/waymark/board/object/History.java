package org.waymark.board.object;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return rows.stream()
                .sorted(Comparator.comparing(Recorded::recordedAt)
                        .thenComparing(Recorded::seq)
                        .reversed())
                .map(row -> row(row, words))
                .toList();
    }

    private Row row(Recorded row, Map<String, String> words) {
        String subject = words.getOrDefault(row.subject(), "");
        return new Row(
                row.recordedAt(),
                row.happenedOn(),
                text("change." + row.what(), row.what()),
                subject,
                word(row.oldValue(), words),
                word(row.newValue(), words),
                row.reason(),
                words.getOrDefault(row.who(), text("value." + row.who(), row.who())));
    }

    private Map<String, String> words(List<ObjectCase> cases, List<Step> steps) {
        Map<String, String> words = new HashMap<>(names.people());
        for (ObjectCase one : cases) {
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
        return words.getOrDefault(value, text("value." + value.replace(' ', '_'), value));
    }

    private String text(String key, String otherwise) {
        return texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
