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

    private static final int CELLS = 12;

    private final List<Rule> rules = read();

    public List<Rule> all() {
        return rules;
    }

    /** Whether the catalogue has any version of this rule. */
    public boolean knows(String code) {
        return rules.stream().anyMatch(rule -> rule.code().equals(code));
    }

    /**
     * All versions of a rule, in force or not.
     *
     * @throws NoSuchElementException if the catalogue does not know the code at all
     */
    public List<Rule> versions(String code) {
        List<Rule> found =
                rules.stream().filter(rule -> rule.code().equals(code)).toList();
        if (found.isEmpty()) {
            throw new NoSuchElementException("The catalogue has no rule '%s'".formatted(code));
        }
        return found;
    }

    /**
     * The version in force on the anchor date; empty if none was.
     *
     * @throws NoSuchElementException if the catalogue does not know the code at all
     */
    public Optional<Rule> inForce(String code, LocalDate anchorDate) {
        return versions(code).stream()
                .filter(rule -> rule.inForceOn(anchorDate))
                .findFirst();
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
        if (cells.length != CELLS) {
            throw new IllegalStateException(
                    "A rule has %d cells, this line has %d: %s".formatted(CELLS, cells.length, line));
        }
        return new Rule(
                cells[0],
                Kind.valueOf(cells[1]),
                Holder.valueOf(cells[2]),
                Integer.parseInt(cells[3]),
                Unit.valueOf(cells[4]),
                cells[5],
                Roll.valueOf(cells[6]),
                cells[10],
                LocalDate.parse(cells[7]),
                cells[8].isEmpty() ? null : LocalDate.parse(cells[8]),
                cells[9],
                cells[11]);
    }
}
