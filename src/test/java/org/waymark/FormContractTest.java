package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form's HTML is what browser and server both go by, so it must be whole, in both languages, and fit its diagram. */
class FormContractTest {

    private static final String INPUTS = "input, select, textarea";
    private static final String PREFIX = "embedded:deployment:";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?(\\w+)(?: == '(\\w+)')?}");
    // no judgement of people, no relatives at work: see the glossary
    private static final Pattern FORBIDDEN = Pattern.compile("钉子户|态度|亲属|attitude|employer|relative");

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
            assertThat(asked.form().select("select[name=" + condition[0] + "] option[value=" + condition[1] + "]"))
                    .as(input.id())
                    .hasSize(1);
            assertThat(input.hasAttr("required")).as(input.id()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anAnchorIsADayThatMustBeGivenAndHasCome(Asked asked) {
        if (property(asked.task(), "anchor") != null) {
            String field = property(asked.task(), "anchorField") == null
                    ? "happenedOn"
                    : property(asked.task(), "anchorField");
            assertThat(asked.form().select("input[type=date][required][data-max=today][name=" + field + "]"))
                    .as(field)
                    .hasSize(1);
        }
    }

    /** So that a case can neither stand at a gateway without an answer nor be asked one that leads nowhere. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void whatAGatewayTestsIsDecidedInAFormBeforeIt(File file) {
        var model = Bpmn.readModelFromFile(file);
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                var tested = CONDITION.matcher(
                        flow.getConditionExpression().getTextContent().trim());
                assertThat(tested.matches()).as(flow.getId()).isTrue();
                String value = tested.group(2) == null ? "true" : tested.group(2);
                assertThat(formsBefore(flow.getSource()))
                        .as(flow.getId())
                        .anyMatch(form -> form.select("select[data-decision][name=" + tested.group(1)
                                                + "] option[value=" + value + "]")
                                        .size()
                                == 1);
            }
        }
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

    /** Forms of the user tasks from which the flow leads to this gateway, into milestones and out of them again. */
    private static List<Document> formsBefore(FlowNode gateway) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(gateway));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (seen.add(node)) {
                open.addAll(node.getPreviousNodes().list());
                if (node instanceof SubProcess milestone) {
                    open.addAll(milestone.getChildElementsByType(UserTask.class));
                } else if (node.getParentElement() instanceof SubProcess milestone) {
                    open.addAll(milestone.getPreviousNodes().list());
                }
            }
        }
        return seen.stream()
                .filter(UserTask.class::isInstance)
                .map(task -> form((UserTask) task))
                .toList();
    }

    private static String property(BaseElement element, String name) {
        return element.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(list -> list.getChildElementsByType(CamundaProperty.class).stream())
                .filter(property -> property.getCamundaName().equals(name))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }
}
