package org.waymark.deadline.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Deadlines;
import org.waymark.deadline.Kind;
import org.waymark.deadline.RuleCatalogue;
import org.waymark.deadline.Unit;

/** The parameters of one question, read one by one so that the answer can name the wrong one. */
class Asked {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Map<String, String> parameters;

    Asked(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    boolean byRule() {
        return parameters.containsKey("rule");
    }

    String rule(RuleCatalogue rules) {
        for (String other : new String[] {"kind", "unit", "n"}) {
            if (parameters.containsKey(other)) {
                throw new BadInput(other, "deadline.bad.both", other);
            }
        }
        String code = required("rule");
        var versions =
                rules.all().stream().filter(rule -> rule.code().equals(code)).toList();
        if (versions.isEmpty()) {
            throw new BadInput("rule", "deadline.bad.rule", code);
        }
        return code;
    }

    Kind kind() {
        Kind kind = oneOf("kind", Kind.values());
        supported("kind", kind);
        return kind;
    }

    Unit unit() {
        return oneOf("unit", Unit.values());
    }

    int n() {
        String text = required("n");
        try {
            int n = Integer.parseInt(text);
            if (n >= 0 && n <= Deadlines.LONGEST) {
                return n;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw new BadInput("n", "deadline.bad.n", text);
    }

    LocalDate anchor() {
        LocalDate day = date("anchor", required("anchor"));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new BadInput("anchor", "deadline.bad.year", day.toString());
        }
        return day;
    }

    CalendarVersion calendar(WorkCalendar calendar) {
        String text = parameters.getOrDefault("calendar", "").strip();
        if (text.isEmpty() || text.equals(CalendarVersion.CURRENT.toString())) {
            return CalendarVersion.CURRENT;
        }
        return calendar.publicationDates().stream()
                .filter(published -> published.toString().equals(text))
                .map(CalendarVersion::new)
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "calendar",
                        "deadline.bad.calendar",
                        text,
                        calendar.publicationDates().toString()));
    }

    private void supported(String field, Kind kind) {
        if (!Deadlines.COMPUTABLE.contains(kind)) {
            throw new BadInput(field, "deadline.bad.unsupported", kind.name());
        }
    }

    private <E extends Enum<E>> E oneOf(String field, E[] values) {
        String text = required(field);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "deadline.bad." + field, text));
    }

    private LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "deadline.bad.date", field, text);
        }
    }

    private String required(String field) {
        String text = parameters.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            throw new BadInput(field, "deadline.missing." + field);
        }
        return text;
    }
}
