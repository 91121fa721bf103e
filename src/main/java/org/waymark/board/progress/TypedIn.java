package org.waymark.board.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.engine.Refused;
import org.waymark.template.Plain;

/** Reads what was typed into a page's form; what cannot be read is refused with a sentence that names its field. */
@Component
class TypedIn {

    private static final int DECIMALS = 4;

    private final MessageSource texts;

    TypedIn(MessageSource texts) {
        this.texts = texts;
    }

    /** @throws Refused if it is missing, no number, or outside of the range */
    BigDecimal number(Map<String, String> typed, String field, String label, BigDecimal least, BigDecimal most) {
        BigDecimal number = optional(typed, field, label, least, most);
        if (number == null) {
            throw refused("typed.missing", say(label));
        }
        return number;
    }

    /** The same; null if nothing was typed. */
    BigDecimal optional(Map<String, String> typed, String field, String label, BigDecimal least, BigDecimal most) {
        String text = stripped(typed, field);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                throw refused("typed.range", say(label), text, least.toPlainString(), most.toPlainString());
            }
            if (number.stripTrailingZeros().scale() > DECIMALS) {
                throw refused("typed.decimals", say(label), text, DECIMALS);
            }
            return number;
        } catch (NumberFormatException e) {
            throw refused("typed.number", say(label), text);
        }
    }

    /** @throws Refused if it is missing, too long, or holds characters that cannot be kept */
    String required(Map<String, String> typed, String field, String label, int longest) {
        String text = text(typed, field, label, longest);
        if (text == null) {
            throw refused("typed.missing", say(label));
        }
        return text;
    }

    /** The same; null if nothing was typed. */
    String text(Map<String, String> typed, String field, String label, int longest) {
        String text = stripped(typed, field);
        if (text != null && text.length() > longest) {
            throw refused("typed.long", say(label), longest);
        }
        if (text != null && !Plain.is(text)) {
            throw refused("typed.characters", say(label));
        }
        return text;
    }

    /** A day not after {@code today}, null if nothing was typed. */
    LocalDate pastDay(Map<String, String> typed, String field, String label, LocalDate today) {
        LocalDate day = day(typed, field, label, "typed.day");
        if (day != null && day.isAfter(today)) {
            throw refused("typed.day", say(label), stripped(typed, field));
        }
        return day;
    }

    /** Any day, null if nothing was typed. */
    LocalDate day(Map<String, String> typed, String field, String label) {
        return day(typed, field, label, "typed.anyDay");
    }

    private LocalDate day(Map<String, String> typed, String field, String label, String wrong) {
        String text = stripped(typed, field);
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day != null && !Plain.isYear(day)) {
                throw refused(wrong, say(label), text);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw refused(wrong, say(label), text);
        }
    }

    private static String stripped(Map<String, String> typed, String field) {
        String text = typed.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    Refused refused(String key, Object... values) {
        return new Refused(say(key, values));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, key, LocaleContextHolder.getLocale()); // a label may be a name already
    }
}
