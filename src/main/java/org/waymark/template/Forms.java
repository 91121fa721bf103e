package org.waymark.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.waymark.engine.Diagrams;
import org.waymark.engine.Models;

/** Checks what was filled in against the step's form. */
@Service
public class Forms {

    private static final int LONGEST_NUMBER = 40;

    private final Models models;
    private final Diagrams diagrams;
    private final MessageSource texts;
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    Forms(Models models, Diagrams diagrams, MessageSource texts) {
        this.models = models;
        this.diagrams = diagrams;
        this.texts = texts;
    }

    /** The form of a step in one version of its diagram, the one people see; a step without one has no fields. */
    public Form of(String definition, String element) {
        return parsed.computeIfAbsent(definition + "/" + element, key -> diagrams.form(
                        definition,
                        models.ofDefinition(definition).node(element).formKey())
                .map(Form::parse)
                .orElse(new Form(List.of())));
    }

    /** The values as they are kept: text without blanks around it, whatever the browser sent it as. */
    public Map<String, Object> tidy(Map<String, Object> values) {
        Map<String, Object> tidy = new LinkedHashMap<>();
        values.forEach((name, value) ->
                tidy.put(name, isScalar(value) ? value.toString().strip() : value));
        tidy.values().removeIf(Objects::isNull);
        return tidy;
    }

    /**
     * What keeps even a draft from being stored: a sentence in the reader's language by field, empty if nothing does.
     *
     * @param values a string, or a list of strings for files, by field name
     */
    public Map<String, String> unfit(Form form, Map<String, Object> values) {
        Map<String, String> wrong = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            var field = form.field(name);
            if (field.isEmpty()) {
                wrong.put(name, say("form.unknown", name));
            } else {
                String sentence = unfit(field.get(), value);
                if (sentence != null) {
                    wrong.put(name, sentence);
                }
            }
        });
        return wrong;
    }

    private String unfit(Field field, Object value) {
        String label = label(field);
        if (field.evidence()) {
            return value instanceof List<?> ? null : say("form.evidence", label);
        }
        if (!isScalar(value)) {
            return say("form.single", label);
        }
        if (!Plain.is(value.toString())) {
            return say("form.characters", label);
        }
        return value.toString().length() > field.maxLength() ? say("form.long", label, field.maxLength()) : null;
    }

    /** What is wrong with these values, {@link #tidy} already, if they are to be submitted. */
    public Map<String, String> check(Form form, Map<String, Object> values, LocalDate today) {
        Map<String, String> wrong = unfit(form, values);
        for (Field field : form.fields()) {
            String sentence = wrong.containsKey(field.name()) ? null : check(field, values, today);
            if (sentence != null) {
                wrong.put(field.name(), sentence);
            }
        }
        return wrong;
    }

    private String check(Field field, Map<String, Object> values, LocalDate today) {
        String label = label(field);
        Object given = values.get(field.name());
        boolean blank = given == null
                || (given instanceof List<?> list
                        ? list.isEmpty()
                        : given.toString().isBlank());
        if (blank) {
            return field.required() || isDue(field.requiredWhen(), values)
                    ? say(field.evidence() ? "form.evidence" : "form.required", label)
                    : null;
        }
        String value = given.toString();
        if (field.evidence()) {
            return null;
        }
        return switch (field.type()) {
            case "number" -> number(field, label, value, values);
            case "date" -> date(field, label, value, today);
            case "select" -> field.options().contains(value) ? null : say("form.option", label, value);
            default ->
                field.pattern() != null && !value.matches(field.pattern()) ? say("form.pattern", label, value) : null;
        };
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** {@code field=value}, or several values: {@code field=one|other}. */
    private static boolean isDue(String condition, Map<String, Object> values) {
        if (condition == null) {
            return false;
        }
        String[] parts = condition.split("=", 2);
        return List.of(parts[1].split("\\|")).contains(String.valueOf(values.get(parts[0])));
    }

    private String number(Field field, String label, String value, Map<String, Object> values) {
        try {
            BigDecimal number = value.length() > LONGEST_NUMBER ? null : new BigDecimal(value);
            if (number == null || Math.abs(number.scale()) > LONGEST_NUMBER) {
                return say("form.number", label, value); // to count with it could take for ever
            }
            if (field.min() != null && number.compareTo(field.min()) < 0) {
                return say("form.min", label, field.min().toPlainString());
            }
            if (field.max() != null && number.compareTo(field.max()) > 0) {
                return say("form.max", label, field.max().toPlainString());
            }
            Object whole = field.overHalfOf() == null ? null : values.get(field.overHalfOf());
            boolean half = whole != null
                    && number.multiply(BigDecimal.valueOf(2)).compareTo(new BigDecimal(whole.toString())) <= 0;
            return half ? say("form.overHalf", label, whole) : null;
        } catch (NumberFormatException e) {
            return say("form.number", label, value);
        }
    }

    private String date(Field field, String label, String value, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (!Plain.isYear(day)) {
                return say("form.year", label, value, Plain.FIRST_YEAR, Plain.LAST_YEAR);
            }
            return field.notLater() && day.isAfter(today) ? say("form.future", label, value, today.toString()) : null;
        } catch (DateTimeParseException e) {
            return say("form.date", label, value);
        }
    }

    private static String label(Field field) {
        return field.label(LocaleContextHolder.getLocale().getLanguage());
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
