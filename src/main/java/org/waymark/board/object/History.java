package org.waymark.board.object;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.board.BoardTable.ObjectCase;
import org.waymark.board.Names;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.step.Step;
import org.waymark.roster.RosterObject;
import org.waymark.template.Template;
import org.waymark.template.Templates;

/** The change log in words: codes become the names a reader knows. */
@Component
public class History {

    /** What these say of before and after is said by their name already. */
    private static final Pattern SAYS_ALL =
            Pattern.compile("milestone\\.(?!replanned).*|project\\.(?!quantity|carried|opened).*");

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
    public record Row(
            OffsetDateTime recordedAt,
            LocalDate happenedOn,
            String what,
            String subject,
            String before,
            String after,
            String reason,
            String who) {}

    /** An object and its cases, the newest first. */
    List<Row> of(RosterObject object, List<ObjectCase> cases, List<Step> steps) {
        List<Recorded> rows = new ArrayList<>(log.of(object.project() + ":" + object.number()));
        cases.forEach(one -> rows.addAll(log.of(one.caseKey())));
        return rows(rows, words(cases, steps));
    }

    /** A project itself, without its objects, the newest first; {@code more} are names of codes besides people and steps. */
    public List<Row> of(String project, List<Step> steps, Map<String, String> more) {
        Map<String, String> words = words(List.of(), steps);
        words.putAll(more);
        return rows(log.of(project), words);
    }

    private List<Row> rows(List<Recorded> rows, Map<String, String> words) {
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

    /** Of a period of law the rule's name, of a case the case's. */
    private String subject(Recorded row, String kind, Map<String, String> words) {
        if (kind.startsWith("period.")) {
            return text("deadline.rule." + row.subject(), row.subject());
        }
        return words.getOrDefault(
                kind.startsWith("case.") ? row.chain() : row.subject(), text("deadline.rule." + row.subject(), ""));
    }

    private Row row(Recorded row, Map<String, String> words) {
        String kind = kind(row);
        boolean saysAll = SAYS_ALL.matcher(kind).matches();
        String after = saysAll ? "" : word(row.newValue(), words);
        String subject = subject(row, kind, words);
        return new Row(
                row.recordedAt(),
                row.happenedOn(),
                text("change." + kind, kind),
                subject,
                saysAll || kind.equals("step.claimed") ? "" : word(row.oldValue(), words),
                kind.equals("step.opened") && !after.isEmpty()
                        ? texts.getMessage("change.due", new Object[] {after}, LocaleContextHolder.getLocale())
                        : after,
                reason(row, words),
                words.getOrDefault(row.who(), text("value." + row.who(), row.who())));
    }

    /** A case says as its reason at which end of its diagram it came to be closed; our own reasons are codes. */
    private String reason(Recorded row, Map<String, String> words) {
        String reason = blankless(row.reason());
        if (reason == null) {
            return null;
        }
        return reason.startsWith("end_") ? words.getOrDefault(reason, reason) : text("reason." + reason, reason);
    }

    private Map<String, String> words(List<ObjectCase> cases, List<Step> steps) {
        Map<String, String> words = new HashMap<>(names.people());
        for (ObjectCase one : cases) {
            words.put(one.caseKey(), one.milestone(names.lang()));
            Template template = templates.latest(one.process());
            boolean english = names.lang().equals("en");
            template.stages()
                    .values()
                    .forEach(stage -> words.put(stage.code(), english ? stage.nameEn() : stage.nameZh()));
            template.model()
                    .ofType("endEvent")
                    .forEach(end -> words.put(end.id(), english ? end.nameEn() : end.name()));
        }
        steps.forEach(step -> words.put(step.element(), step.name(names.lang())));
        return words;
    }

    private String word(String value, Map<String, String> words) {
        if (value == null || value.equals("null")) {
            return "";
        }
        if (value.contains(" → ")) {
            return named(value, words);
        }
        String party = names.party(value);
        return words.getOrDefault(value, text("value." + value.replace(' ', '_'), party));
    }

    /** {@code milestone_a 2021-06-01 → 2021-07-01; …} with the milestones' names. */
    private static String named(String days, Map<String, String> words) {
        return Arrays.stream(days.split("; "))
                .map(day -> day.split(" ", 2))
                .map(day -> words.getOrDefault(day[0], day[0]) + " " + day[1])
                .collect(Collectors.joining("; "));
    }

    private String text(String key, String otherwise) {
        return texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
