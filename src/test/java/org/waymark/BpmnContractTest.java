package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.template.Field;
import org.waymark.template.Form;
import org.waymark.template.Forms;
import org.waymark.template.Templates;

/** Diagrams are source code: what they promise to the engine and to our rooms is checked here. */
@WaymarkTest
class BpmnContractTest {

    private static final Pattern ID = Pattern.compile(
            "(start|milestone|step|approval|do|call|decide|gateway|timer|message|boundary|group|end|flow)_[a-z][A-Za-z0-9]*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(deadline|assignment)\\.[a-z]+\\(.*\\)}");
    private static final Pattern TESTED = Pattern.compile("\\$\\{!?(\\w+)(?: == '(\\w+)')?}");

    @Autowired
    ApplicationContext context;

    @Autowired
    Forms forms;

    @Autowired
    Templates templates;

    static Stream<File> diagrams() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theProcessIsNamedAsItsFileAndKeepsItsHistory(File file) {
        Process process = process(file);
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getName());
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsSayWhatAnElementIs(File file) {
        assertThat(elements(file, FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(ID));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyNameIsThereInEnglishToo(File file) {
        assertThat(elements(file, FlowElement.class))
                .filteredOn(element ->
                        element.getName() != null && !element.getName().isBlank())
                .allSatisfy(element ->
                        assertThat(property(element, "en")).as(element.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noDiagramRunsAScript(File file) {
        assertThat(elements(file, ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyServiceTaskCallsABeanThatExists(File file) {
        assertThat(elements(file, ServiceTask.class)).allSatisfy(task -> {
            Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
            assertThat(bean.matches()).as(task.getId()).isTrue();
            assertThat(context.getBean(bean.group(1))).isInstanceOf(JavaDelegate.class);
        });
    }

    @Test
    void everyDelegateIsUsedBySomeDiagram() {
        List<String> used = diagrams()
                .flatMap(file -> elements(file, ServiceTask.class).stream())
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .toList();
        assertThat(used).contains(context.getBeanNamesForType(JavaDelegate.class));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskHasAGroupADueDateAndAForm(File file) {
        assertThat(elements(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaDueDate()).as(task.getId()).matches(CALL);
            String path = "forms/" + process(file).getId() + "/" + task.getId() + ".html";
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:deployment:" + path);
            assertThat(new File("bpmn", path)).exists();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyFormAsksTheDayAndNamesItsFieldsInBothLanguages(File file) {
        assertThat(elements(file, UserTask.class)).allSatisfy(task -> {
            Form form = forms.of(process(file).getId(), task.getId());
            assertThat(form.field("happenedOn")).as(task.getId()).hasValueSatisfying(day -> assertThat(
                            day.required() && day.notLater())
                    .isTrue());
            assertThat(form.fields()).allSatisfy(field -> {
                assertThat(field.labelEn())
                        .as(task.getId() + " " + field.name())
                        .isNotEqualTo(field.labelZh());
                assertThat(field.labelEn()).matches("[\\p{ASCII}²’“”]+");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void anAnchorIsARequiredDayOfItsForm(File file) {
        assertThat(elements(file, UserTask.class))
                .filteredOn(task -> property(task, "anchor") != null)
                .allSatisfy(task -> {
                    String field = property(task, "anchorField");
                    assertThat(forms.of(process(file).getId(), task.getId()).field(field))
                            .as(task.getId())
                            .hasValueSatisfying(day -> assertThat(day.type().equals("date") && day.required())
                                    .isTrue());
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatAGatewayReadsSomeFormDecides(File file) {
        List<Field> decisions = elements(file, UserTask.class).stream()
                .flatMap(task -> forms.of(process(file).getId(), task.getId()).fields().stream())
                .filter(Field::decision)
                .toList();
        assertThat(conditions(file)).allSatisfy(condition -> {
            Matcher tested = TESTED.matcher(condition);
            assertThat(tested.matches()).as(condition).isTrue();
            assertThat(decisions).anySatisfy(field -> {
                assertThat(field.name()).isEqualTo(tested.group(1));
                assertThat(field.options()).contains(tested.group(2) == null ? "true" : tested.group(2));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void milestonesAreWeighedAndStartInAJobOfTheirOwn(File file) {
        List<SubProcess> milestones = elements(file, SubProcess.class);
        assertThat(milestones).allSatisfy(milestone -> {
            assertThat(milestone.isCamundaAsyncBefore()).as(milestone.getId()).isTrue();
            assertThat(property(milestone, "owner")).isNotBlank();
            assertThat(property(milestone, "rule")).matches("all|share:0\\.\\d+");
        });
        if (!milestones.isEmpty()) {
            int sum = milestones.stream()
                    .mapToInt(milestone -> Integer.parseInt(property(milestone, "weight")))
                    .sum();
            assertThat(sum).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyStepNamesAStageOfItsDiagram(File file) {
        var template = templates.latest(process(file).getId());
        Set<String> stages = template.stages().keySet();
        if (template.milestones().isEmpty()) {
            assertThat(elements(file, UserTask.class))
                    .allSatisfy(task -> assertThat(stages).contains(property(task, "stage")));
        }
    }

    private static List<String> conditions(File file) {
        List<String> found = new ArrayList<>();
        elements(file, SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow ->
                        found.add(flow.getConditionExpression().getTextContent().trim()));
        return found;
    }

    private static String property(FlowElement element, String name) {
        return element.getExtensionElements() == null
                ? null
                : element
                        .getExtensionElements()
                        .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                        .stream()
                        .flatMap(list -> list.getCamundaProperties().stream())
                        .filter(property -> property.getCamundaName().equals(name))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Process process(File file) {
        return elements(file, Process.class).get(0);
    }

    private static <T extends org.camunda.bpm.model.bpmn.instance.BaseElement> List<T> elements(
            File file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        return List.copyOf(model.getModelElementsByType(type));
    }
}
