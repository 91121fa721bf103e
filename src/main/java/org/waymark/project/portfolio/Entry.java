package org.waymark.project.portfolio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One project as somebody wrote it down, in a file or a form, checked or not.
 *
 * @param line line of the file it begins at, 0 in a form
 * @param cells what was written, by path: {@code name.zh}, {@code planned.milestone_works}, {@code needs.1.project}
 */
public record Entry(int line, Map<String, Cell> cells) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** @param line 0 in a form */
    public record Cell(String text, int line) {}

    /** What a form holds; fields left empty are not there. */
    public static Entry of(Map<String, String> fields) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        fields.forEach((path, text) -> {
            if (text != null && !text.isBlank()) {
                cells.put(path, new Cell(text.strip(), 0));
            }
        });
        return new Entry(0, cells);
    }

    /** Null if it is not there. */
    public String text(String path) {
        Cell cell = cells.get(path);
        return cell == null ? null : cell.text();
    }

    public String code() {
        return text("code");
    }

    public String name(String language) {
        return text("name." + language);
    }

    /** The line of a field, or of what would hold it. */
    int line(String path) {
        Cell cell = cells.get(path);
        if (cell != null) {
            return cell.line();
        }
        int dot = path.lastIndexOf('.');
        return first(path)
                .or(() -> dot < 0 ? Optional.empty() : Optional.of(line(path.substring(0, dot))))
                .orElse(line);
    }

    private Optional<Integer> first(String group) {
        return cells.entrySet().stream()
                .filter(one -> one.getKey().startsWith(group + "."))
                .map(one -> one.getValue().line())
                .findFirst();
    }

    /** What stands under {@code group}, each once: for {@code planned} the milestones, for {@code needs} 1, 2 and so on. */
    List<String> under(String group) {
        return cells.keySet().stream()
                .filter(path -> path.startsWith(group + "."))
                .map(path -> path.substring(group.length() + 1).split("\\.", 2)[0])
                .distinct()
                .toList();
    }

    /** Whether a field of this name is written; {@code years.target} is, if any year has one. */
    boolean has(String name) {
        String within = name.replaceFirst("^years\\.", "years.[^.]+.");
        return cells.keySet().stream()
                .anyMatch(path -> path.equals(name) || path.startsWith(name + ".") || path.matches(within));
    }

    /** The day it says, empty if there is no such day. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same with every day moved; what is no day stays as it is. */
    Entry moved(long weeks) {
        Map<String, Cell> moved = new LinkedHashMap<>();
        cells.forEach((path, cell) -> moved.put(
                path,
                path.matches("start|target|(planned|done)\\..+")
                        ? new Cell(
                                day(cell.text())
                                        .map(day -> day.plusWeeks(weeks).toString())
                                        .orElse(cell.text()),
                                cell.line())
                        : cell));
        return new Entry(line, moved);
    }

    /** What it says, whatever the order and the comments: the same text, the same content. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        cells.forEach((path, cell) -> content.put(path, cell.text()));
        return content;
    }
}
