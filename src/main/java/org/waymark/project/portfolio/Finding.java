package org.waymark.project.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * Something wrong with what was written: where, what, and what to do about it.
 *
 * @param line line of the file, 0 if it is about no line
 * @param project code of the project, null if it is about none
 * @param field path of the field, null if it is about none
 * @param key of the sentence
 * @param figures what goes into the sentence; lists are joined in the reader's language
 */
public record Finding(int line, String project, String field, String key, List<Object> figures) {

    /** A code that could have been written, and what it means. */
    record Choice(String code, String nameZh, String nameEn) {}

    static Finding of(int line, String project, String field, String key, Object... figures) {
        return new Finding(line, project, field, key, Arrays.asList(figures));
    }

    static Finding ofFile(int line, String key, Object... figures) {
        return of(line, null, null, key, figures);
    }

    /** What is wrong and what to do, without the place. */
    public String what(MessageSource texts, Locale reader) {
        Object[] shown = figures.stream().map(one -> shown(one, texts, reader)).toArray();
        return texts.getMessage("portfolio." + key, shown, reader);
    }

    /** Name of the field in the reader's language, with the word of the file; empty if it is about no field. */
    public String fieldName(MessageSource texts, Locale reader) {
        if (field == null) {
            return "";
        }
        String whole = texts.getMessage("portfolio.field." + field, null, null, reader);
        String name = whole != null
                ? whole
                : texts.getMessage("portfolio.field." + field.split("\\.")[0], null, null, reader);
        return name == null ? field : texts.getMessage("portfolio.field", new Object[] {name, field}, reader);
    }

    /** All of it as one sentence. */
    public String sentence(MessageSource texts, Locale reader) {
        String place = Stream.of(
                        line == 0
                                ? ""
                                : texts.getMessage("portfolio.line", new Object[] {String.valueOf(line)}, reader),
                        project == null ? "" : project,
                        fieldName(texts, reader))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(texts.getMessage("portfolio.comma", null, reader)));
        String what = what(texts, reader);
        return place.isEmpty() ? what : texts.getMessage("portfolio.at", new Object[] {place, what}, reader);
    }

    private static Object shown(Object figure, MessageSource texts, Locale reader) {
        return figure instanceof List<?> list
                ? list.stream()
                        .map(one -> named(one, texts, reader))
                        .collect(Collectors.joining(texts.getMessage("portfolio.list", null, reader)))
                : String.valueOf(figure);
    }

    private static String named(Object one, MessageSource texts, Locale reader) {
        if (one instanceof Kind kind) {
            return named(kind.code(), texts.getMessage("project.kind." + kind.code(), null, reader), texts, reader);
        }
        return one instanceof Choice choice
                ? named(
                        choice.code(),
                        reader.getLanguage().equals("en") ? choice.nameEn() : choice.nameZh(),
                        texts,
                        reader)
                : String.valueOf(one);
    }

    private static String named(String code, String name, MessageSource texts, Locale reader) {
        return texts.getMessage("portfolio.choice", new Object[] {code, name}, reader);
    }
}
