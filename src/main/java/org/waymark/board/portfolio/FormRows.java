package org.waymark.board.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form's rows of quantities and needs, which have numbers in the form and become the fields of an entry: {@code
 * quantity.1.zh} of the quantity whose code is written in {@code quantity.1.code} becomes {@code quantities.road.zh}.
 */
final class FormRows {

    private static final int QUANTITIES = 4;
    private static final int NEEDS = 3;
    private static final int YEARS = 6;
    private static final List<String> QUANTITY = List.of("zh", "en", "unit", "planned");

    private FormRows() {}

    static List<Integer> quantities() {
        return IntStream.rangeClosed(1, QUANTITIES).boxed().toList();
    }

    static List<Integer> needs() {
        return IntStream.rangeClosed(1, NEEDS).boxed().toList();
    }

    /** The years from start to target, six at most. */
    static List<Integer> years(LocalDate start, LocalDate target) {
        int last = target == null ? start.getYear() : Math.max(start.getYear(), target.getYear());
        return IntStream.rangeClosed(start.getYear(), Math.min(last, start.getYear() + YEARS - 1))
                .boxed()
                .toList();
    }

    static boolean known(String field) {
        return field.matches("quantity\\.\\d\\.(code|zh|en|unit|planned)|need\\.\\d\\.(milestone|wanted|atLeast|note)");
    }

    /** What an entry calls the fields of the form. */
    static Map<String, String> entry(Map<String, String> form) {
        Map<String, String> entry = new LinkedHashMap<>();
        form.forEach((field, text) -> {
            if (!known(field)) {
                entry.put(field, text);
            }
        });
        for (int row : quantities()) {
            QUANTITY.forEach(part -> put(entry, quantity(form, row) + part, form.get("quantity." + row + "." + part)));
        }
        for (int row : needs()) {
            String own = "need." + row + ".";
            Awaited.fields(
                            form.get(own + "milestone"),
                            form.get(own + "wanted"),
                            form.get(own + "atLeast"),
                            form.get(own + "note"))
                    .forEach((part, text) -> put(entry, "needs." + row + "." + part, text));
        }
        return entry;
    }

    /** Where in the form it stands what an entry calls {@code field}. */
    static String place(Map<String, String> form, String field) {
        if (field.startsWith("needs.")) {
            String[] parts = field.split("\\.");
            String part = parts.length < 3
                            || List.of("project", "reached", "quantity").contains(parts[2])
                    ? "wanted"
                    : parts[2];
            return "need." + parts[1] + "." + part;
        }
        return quantities().stream()
                .flatMap(row -> Stream.concat(QUANTITY.stream(), Stream.of(""))
                        .filter(part -> (quantity(form, row) + part).equals(part.isEmpty() ? field + "." : field))
                        .map(part -> "quantity." + row + "." + (part.isEmpty() ? "code" : part)))
                .findFirst()
                .orElse(field);
    }

    private static String quantity(Map<String, String> form, int row) {
        String code = form.get("quantity." + row + ".code");
        // a row without a code is refused under a code that cannot be one
        return "quantities." + (blank(code) ? "?" + row : code.replace('.', '?')) + ".";
    }

    private static void put(Map<String, String> fields, String field, String text) {
        if (!blank(text)) {
            fields.put(field, text);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
