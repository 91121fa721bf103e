package org.waymark.board.deadline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.deadline.Rule;

/**
 * A version of a rule as a page shows it.
 *
 * @param length how long, in words; null where the law gives no number
 * @param extension how often and by how much it may be prolonged, in words; null if it may not
 */
record RuleRow(Rule rule, String name, String event, String length, String extension) {

    boolean matches(String words) {
        String all = Stream.of(rule.code(), name, event, rule.authority(), rule.comment())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** How many versions there are of each mark, by holder. */
    static Map<String, Map<String, Long>> counts(List<RuleRow> rows) {
        return rows.stream()
                .map(RuleRow::rule)
                .collect(Collectors.groupingBy(
                        Rule::mark,
                        TreeMap::new,
                        Collectors.groupingBy(rule -> rule.holder().name(), TreeMap::new, Collectors.counting())));
    }
}
