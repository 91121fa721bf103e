package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.waymark.deadline.RuleCatalogue;

/**
 * {@code docs/coverage.csv} says of every step of the law and of practice where Waymark has it: at an element
 * ({@code diagram#element}), in a field ({@code diagram/form#field}), by a rule ({@code CODE}), or why it has not.
 */
class CoverageTest {

    private static final String HEADER = "row;title;place;missing";
    private static final String FIRST = "1.1;";

    private final RuleCatalogue rules = new RuleCatalogue();
    private final Map<String, BpmnModelInstance> diagrams = new HashMap<>();

    @Test
    void everyRowHasAPlaceThatIsThereOrAReason() throws IOException {
        assertThat(findings(lines())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1.1;.*                        | #                                   | 1.1 is missing
            1.2;.*                        | 1.1;Twice;HA-FREEZE;                | 1.1 is there twice
            1.1;.*                        | 9.9;Unknown;HA-FREEZE;              | 9.9 is no row
            1.1;.*                        | 1.1;Bare;;                          | 1.1 has neither a place nor a reason
            1.1;.*                        | 1.1;;HA-FREEZE;                     | 1.1 has no title
            1.1;.*                        | 1.1;Three cells;HA-FREEZE           | a line has not four cells: 1.1;Three cells;HA-FREEZE
            1.1;.*                        | 1.1;a;house-appraisal#step_gone;    | 1.1: there is no house-appraisal#step_gone
            1.1;.*                        | 1.1;a;house-gone#step_survey;       | 1.1: there is no house-gone#step_survey
            1.1;.*                        | 1.1;a;house-appraisal/step_survey#x; | 1.1: there is no house-appraisal/step_survey#x
            1.1;.*                        | 1.1;a;house-appraisal/step_x#access; | 1.1: there is no house-appraisal/step_x#access
            1.1;.*                        | 1.1;a;HA-GONE;                      | 1.1: there is no HA-GONE
            row;.*                        | line;title;place;missing            | the first line is not row;title;place;missing
            """)
    void whatIsWrongIsFound(String right, String wrong, String finding) throws IOException {
        List<String> changed = lines().stream()
                .map(line -> line.matches(right) ? wrong : line)
                .filter(line -> !line.equals("#"))
                .toList();
        assertThat(findings(changed)).contains(finding);
    }

    private List<String> findings(List<String> lines) throws IOException {
        List<String> found = new ArrayList<>();
        if (!lines.get(0).equals(HEADER)) {
            found.add("the first line is not " + HEADER);
        }
        List<String> left = expected();
        List<String> seen = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            if (cells.length != 4) {
                found.add("a line has not four cells: " + line);
                continue;
            }
            if (seen.contains(cells[0])) {
                found.add(cells[0] + " is there twice");
            } else if (!left.remove(cells[0])) {
                found.add(cells[0] + " is no row");
            }
            seen.add(cells[0]);
            found.addAll(cells(cells));
        }
        left.forEach(row -> found.add(row + " is missing"));
        return found;
    }

    private List<String> cells(String... cells) {
        List<String> found = new ArrayList<>();
        if (cells[1].isBlank()) {
            found.add(cells[0] + " has no title");
        }
        if (cells[2].isBlank() && cells[3].isBlank()) {
            found.add(cells[0] + " has neither a place nor a reason");
        }
        Arrays.stream(cells[2].split(" "))
                .filter(place -> !place.isBlank() && !isThere(place))
                .forEach(place -> found.add(cells[0] + ": there is no " + place));
        return found;
    }

    private boolean isThere(String place) {
        String[] parts = place.split("#");
        if (parts.length == 1) {
            return rules.knows(place);
        }
        return parts[0].contains("/") ? isField(parts[0], parts[1]) : isElement(parts[0], parts[1]);
    }

    private boolean isElement(String diagram, String element) {
        File file = new File("bpmn", diagram + ".bpmn");
        return file.exists()
                && diagrams.computeIfAbsent(diagram, name -> Bpmn.readModelFromFile(file))
                                .getModelElementById(element)
                        != null;
    }

    private static boolean isField(String form, String field) {
        File file = new File("bpmn/forms", form + ".html");
        try {
            return file.exists()
                    && !Jsoup.parse(file, "UTF-8")
                            .select("[name=" + field + "]")
                            .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/coverage.csv"));
        assertThat(lines).anyMatch(line -> line.startsWith(FIRST));
        return lines;
    }

    /** The numbers of the steps, by hand: sections 1 houses appraised, 2 demolished, 3 graves, 4 land, 5 parks. */
    private static List<String> expected() throws IOException {
        String text = new ClassPathResource("coverage/rows.txt").getContentAsString(StandardCharsets.UTF_8);
        return new ArrayList<>(List.of(text.strip().split("\\s+")));
    }
}
