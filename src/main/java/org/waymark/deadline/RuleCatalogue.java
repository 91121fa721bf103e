package org.waymark.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rules, read from deadline/rules.csv; one code may have several versions, in force one after the other. */
@Component
public class RuleCatalogue {

    private static final int CELLS = 14;

    private static final Pattern EXTENSION = Pattern.compile("(\\d+)x(\\d+)(WD|D|M|Y)");

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
                cells[11],
                extension(cells[12]),
                parameters(cells[13]));
    }

    /** {@code 2x3M} is twice, three months each at most. */
    private static Rule.Extension extension(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        Matcher parts = EXTENSION.matcher(cell);
        if (!parts.matches()) {
            throw new IllegalStateException("An extension is written as 2x3M, not " + cell);
        }
        return new Rule.Extension(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Unit.valueOf(parts.group(3)));
    }

    private static Set<Rule.Parameter> parameters(String cell) {
        return Stream.of(cell.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Rule.Parameter.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
