package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form's HTML is what browser and server both go by, so it must be whole, in both languages, and belong to a task. */
class FormContractTest {

    private static final String INPUTS = "input, select, textarea";
    private static final String PREFIX = "embedded:deployment:";
    // no judgement of people, no relatives at work: see the glossary
    private static final Pattern FORBIDDEN = Pattern.compile("钉子户|态度|亲属[^，。；<]*单位|attitude|employer");

    /** A user task with its parsed form. */
    record Asked(UserTask task, Document form) {
        @Override
        public String toString() {
            return task.getId();
        }
    }

    static Stream<Asked> forms() {
        return diagrams()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream())
                .map(task -> new Asked(task, form(task)));
    }

    static Stream<File> diagrams() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasANameOfItsOwnAndALabelInBothLanguages(Asked asked) {
        assertThat(asked.form().select(INPUTS)).allSatisfy(input -> {
            assertThat(input.attr("name")).matches("[a-z][A-Za-z0-9]*").isEqualTo(input.id());
            assertThat(asked.form().select("[name=" + input.attr("name") + "]")).hasSize(1);
            assertThat(asked.form().select("label[for=" + input.id() + "]"))
                    .as("label of " + input.id())
                    .singleElement()
                    .satisfies(FormContractTest::isInBothLanguages);
        });
        assertThat(asked.form().select("p, h4, option")).isNotEmpty().allSatisfy(FormContractTest::isInBothLanguages);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itAsksTheDayFirstAndARemarkLast(Asked asked) {
        List<Element> inputs = asked.form().select(INPUTS);
        Element day = inputs.get(0);
        assertThat(day.attr("name")).isEqualTo("happenedOn");
        assertThat(day.attr("type")).isEqualTo("date");
        assertThat(day.hasAttr("required")).isTrue();
        assertThat(day.attr("data-max")).isEqualTo("today");
        assertThat(inputs.get(inputs.size() - 1).attr("name")).isEqualTo("remark");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldIsBounded(Asked asked) {
        assertThat(asked.form().select("input[type=text], textarea")).allMatch(text -> text.hasAttr("maxlength"));
        assertThat(asked.form().select("input[type=number]"))
                .allMatch(number -> number.hasAttr("min") && number.hasAttr("max") && number.hasAttr("step"));
        assertThat(asked.form().select("input[type=file]"))
                .allMatch(file -> file.hasAttr("data-evidence") && file.hasAttr("accept"));
        assertThat(asked.form().select("input"))
                .allSatisfy(input -> assertThat(input.attr("type")).isIn("text", "number", "date", "file"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatARequirementHangsOnCanBeAnswered(Asked asked) {
        assertThat(asked.form().select("[data-required-when]")).allSatisfy(input -> {
            String[] condition = input.attr("data-required-when").split("=", 2);
            for (String value : condition[1].split("\\|")) {
                assertThat(asked.form().select("select[name=" + condition[0] + "] option[value=" + value + "]"))
                        .as(input.id())
                        .hasSize(1);
            }
            assertThat(input.hasAttr("required")).as(input.id()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itAsksWhatDecidesFirstAndForFilesLast(Asked asked) {
        List<Element> inputs = asked.form().select(INPUTS);
        List<String> order = inputs.stream().map(Element::id).toList();
        assertThat(inputs)
                .filteredOn(input -> input.hasAttr("data-required-when"))
                .allSatisfy(input -> assertThat(order.indexOf(input.id()))
                        .as(input.id())
                        .isGreaterThan(
                                order.indexOf(input.attr("data-required-when").split("=")[0])));
        assertThat(inputs.stream()
                        .dropWhile(input -> !input.attr("type").equals("file"))
                        .filter(input -> !input.attr("type").equals("file")))
                .as("after the files")
                .extracting(Element::id)
                .isSubsetOf("remark");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aLongFormIsInParts(Asked asked) {
        assertThat(asked.form().select(INPUTS).size() < 14
                        || asked.form().select("h4").size() > 1)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsHeldAgainstAHalfIsHeldAgainstANumber(Asked asked) {
        assertThat(asked.form().select("[data-over-half-of]")).allSatisfy(input -> assertThat(
                        asked.form().select("input[type=number][name=" + input.attr("data-over-half-of") + "]"))
                .as(input.id())
                .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aDecisionIsAlwaysAnswered(Asked asked) {
        assertThat(asked.form().select("[data-decision]"))
                .allMatch(field -> field.hasAttr("required") || field.hasAttr("data-required-when"))
                .allMatch(field -> !field.hasAttr("data-type")
                        || field.select("option[value=true]").size()
                                        + field.select("option[value=false]").size()
                                == 2);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingAsksWhatIsNoneOfOurBusiness(Asked asked) {
        assertThat(asked.form().html()).doesNotContainPattern(FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noFormIsLeftWithoutATask(File file) {
        File folder = new File("bpmn/forms", file.getName().replace(".bpmn", ""));
        List<String> tasks = Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream()
                .map(task -> task.getId() + ".html")
                .toList();
        assertThat(folder.list()).containsExactlyInAnyOrderElementsOf(tasks);
    }

    private static void isInBothLanguages(Element text) {
        assertThat(text.text()).as(text.outerHtml()).containsPattern("\\p{IsHan}");
        assertThat(text.attr("data-en")).as(text.outerHtml()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    private static Document form(UserTask task) {
        assertThat(task.getCamundaFormKey()).as(task.getId()).startsWith(PREFIX);
        try {
            return Jsoup.parse(new File("bpmn", task.getCamundaFormKey().substring(PREFIX.length())));
        } catch (IOException e) {
            throw new AssertionError("Form of " + task.getId(), e);
        }
    }
}
