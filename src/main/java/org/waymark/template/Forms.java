package org.waymark.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.waymark.engine.Diagrams;
import org.waymark.engine.Models;

/** Checks what was filled in against the step's form. */
@Service
public class Forms {

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

    /**
     * What is wrong with these values: a sentence in the reader's language by field, empty if nothing is.
     *
     * @param values a string, or a list of strings for files, by field name
     */
    public Map<String, String> check(Form form, Map<String, Object> values, LocalDate today) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String name : values.keySet()) {
            if (form.field(name).isEmpty()) {
                wrong.put(name, say("form.unknown", name));
            }
        }
        for (Field field : form.fields()) {
            String sentence = check(field, values, today);
            if (sentence != null) {
                wrong.put(field.name(), sentence);
            }
        }
        return wrong;
    }

    private String check(Field field, Map<String, Object> values, LocalDate today) {
        String label = field.label(LocaleContextHolder.getLocale().getLanguage());
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
        if (field.evidence()) {
            return given instanceof List<?> ? null : say("form.evidence", label);
        }
        String value = given.toString().trim();
        return switch (field.type()) {
            case "number" -> number(field, label, value);
            case "date" -> date(field, label, value, today);
            case "select" -> field.options().contains(value) ? null : say("form.option", label, value);
            default -> text(field, label, value);
        };
    }

    private static boolean isDue(String condition, Map<String, Object> values) {
        if (condition == null) {
            return false;
        }
        String[] parts = condition.split("=", 2);
        return parts[1].equals(String.valueOf(values.get(parts[0])));
    }

    private String number(Field field, String label, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (field.min() != null && number.compareTo(field.min()) < 0) {
                return say("form.min", label, field.min().toPlainString());
            }
            if (field.max() != null && number.compareTo(field.max()) > 0) {
                return say("form.max", label, field.max().toPlainString());
            }
            return null;
        } catch (NumberFormatException e) {
            return say("form.number", label, value);
        }
    }

    private String date(Field field, String label, String value, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(value);
            return field.notLater() && day.isAfter(today) ? say("form.future", label, value, today.toString()) : null;
        } catch (DateTimeParseException e) {
            return say("form.date", label, value);
        }
    }

    private String text(Field field, String label, String value) {
        if (value.length() > field.maxLength()) {
            return say("form.long", label, field.maxLength());
        }
        return field.pattern() != null && !value.matches(field.pattern()) ? say("form.pattern", label, value) : null;
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
