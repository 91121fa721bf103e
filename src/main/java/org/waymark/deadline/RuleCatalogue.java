package org.waymark.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rules, read from deadline/rules.csv; one code may have several versions, in force one after the other. */
@Component
public class RuleCatalogue {

    private final List<Rule> rules = read();

    public List<Rule> all() {
        return rules;
    }

    /**
     * The version in force on the anchor date; empty if none was.
     *
     * @throws NoSuchElementException if the catalogue does not know the code at all
     */
    public Optional<Rule> inForce(String code, LocalDate anchorDate) {
        List<Rule> versions =
                rules.stream().filter(rule -> rule.code().equals(code)).toList();
        if (versions.isEmpty()) {
            throw new NoSuchElementException("The catalogue has no rule '%s'".formatted(code));
        }
        return versions.stream().filter(rule -> rule.inForceOn(anchorDate)).findFirst();
    }

    /** The event a rule's period runs from. */
    public String anchorOf(String code) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The catalogue has no rule '%s'".formatted(code)))
                .anchor();
    }

    private static List<Rule> read() {
        var file = new ClassPathResource("deadline/rules.csv");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(RuleCatalogue::rule)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The rule catalogue could not be read", e);
        }
    }

    private static Rule rule(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 10) {
            throw new IllegalStateException("A rule has ten cells, this line has %d: %s".formatted(cells.length, line));
        }
        return new Rule(
                cells[0],
                Kind.valueOf(cells[1]),
                Holder.valueOf(cells[2]),
                Integer.parseInt(cells[3]),
                Unit.valueOf(cells[4]),
                cells[5],
                cells[9],
                day(cells[6]),
                day(cells[7]),
                cells[8]);
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
