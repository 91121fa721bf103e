package org.waymark.project.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Plan.Year;
import org.waymark.project.PlannedDays;
import org.waymark.template.Template;

/** Turns checked entries into openings. */
final class Openings {

    private Openings() {}

    /** A parent before its phases, else as they stand in the file. */
    static List<Entry> parentsFirst(List<Entry> entries) {
        Map<String, Entry> byCode = entries.stream()
                .collect(Collectors.toMap(Entry::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Set<Entry> ordered = new LinkedHashSet<>();
        for (Entry entry : entries) {
            List<Entry> above = new ArrayList<>();
            for (Entry one = entry; one != null; one = byCode.get(Objects.toString(one.text("parent")))) {
                above.add(0, one);
            }
            ordered.addAll(above);
        }
        return List.copyOf(ordered);
    }

    /** All but its needs: what it waits for may not be there yet. Days nobody gave lie before the target. */
    static Opening of(Entry entry, Template template, PlannedDays days) {
        return new Opening(
                entry.code(),
                entry.text("template"),
                entry.name("zh"),
                entry.name("en"),
                entry.text("leader"),
                entry.text("manager"),
                entry.text("unit"),
                start(entry),
                target(entry),
                entry.text("stage"),
                days(entry, "done"),
                days.within(template, start(entry), target(entry), days(entry, "planned")),
                plan(entry));
    }

    /** The last day the template would reckon, if it lies after the target and days are drawn in for that. */
    static Optional<LocalDate> beyond(Entry entry, Template template, PlannedDays days) {
        Map<String, LocalDate> given = days(entry, "planned");
        return Optional.of(PlannedDays.last(days.of(template, start(entry), given), given))
                .filter(last -> last.isAfter(target(entry)));
    }

    private static LocalDate start(Entry entry) {
        return LocalDate.parse(entry.text("start"));
    }

    private static LocalDate target(Entry entry) {
        return LocalDate.parse(entry.text("target"));
    }

    /** What can be read of them, also while the entry is being checked. */
    static List<Need> needs(Entry entry) {
        List<Need> needs = new ArrayList<>();
        for (String one : entry.under("needs")) {
            Function<String, String> part = name -> entry.text("needs." + one + "." + name);
            String reached = part.apply("reached");
            String quantity = part.apply("quantity");
            String amount = part.apply("atLeast");
            boolean whole = (reached == null) != (quantity == null) && (quantity == null) == (amount == null);
            if (whole && part.apply("project") != null && (amount == null || Fields.wrongNumber(amount) == null)) {
                needs.add(new Need(
                        entry.code(),
                        part.apply("milestone"),
                        part.apply("project"),
                        reached,
                        quantity,
                        number(amount),
                        part.apply("note")));
            }
        }
        return needs;
    }

    private static Plan plan(Entry entry) {
        return new Plan(
                entry.text("kind"),
                entry.text("parent"),
                number(entry.text("investment")),
                entry.under("quantities").stream()
                        .map(code -> quantity(entry, code))
                        .toList(),
                List.of(),
                entry.under("years").stream().map(year -> year(entry, year)).toList(),
                entry.under("madeUp").stream()
                        .map(one -> entry.text("madeUp." + one))
                        .collect(Collectors.toSet()));
    }

    private static Quantity quantity(Entry entry, String code) {
        String path = "quantities." + code + ".";
        return new Quantity(
                code,
                entry.text(path + "zh"),
                entry.text(path + "en"),
                entry.text(path + "unit"),
                number(entry.text(path + "planned")),
                Objects.requireNonNullElse(number(entry.text(path + "done")), BigDecimal.ZERO));
    }

    private static Year year(Entry entry, String year) {
        String path = "years." + year + ".";
        return new Year(Integer.parseInt(year), number(entry.text(path + "investment")), entry.text(path + "target"));
    }

    private static Map<String, LocalDate> days(Entry entry, String group) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        entry.under(group).forEach(one -> days.put(one, LocalDate.parse(entry.text(group + "." + one))));
        return days;
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
