package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.template.Form;
import org.waymark.template.contract.Contract;
import org.waymark.template.contract.Finding;

/** A diagram of {@code bpmn/} with its forms, to be changed in a test before it is checked. */
record DraftDiagram(String file, String bpmn, Map<String, String> forms) {

    private static final String FORK =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://waymark.example/bpmn">
              <bpmn:process id="fork" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="stage.half" value="%s" /></camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="start_fork" />
                <bpmn:parallelGateway id="gateway_fork" />
                %s%s
                <bpmn:parallelGateway id="gateway_join" />
                <bpmn:endEvent id="end_fork" />
                <bpmn:sequenceFlow id="flow_a" sourceRef="start_fork" targetRef="gateway_fork" />
                <bpmn:sequenceFlow id="flow_b" sourceRef="gateway_fork" targetRef="step_measure" />
                <bpmn:sequenceFlow id="flow_c" sourceRef="gateway_fork" targetRef="step_photograph" />
                <bpmn:sequenceFlow id="flow_d" sourceRef="step_measure" targetRef="gateway_join" />
                <bpmn:sequenceFlow id="flow_e" sourceRef="step_photograph" targetRef="gateway_join" />
                <bpmn:sequenceFlow id="flow_f" sourceRef="gateway_join" targetRef="end_fork" />
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final String TASK =
            """
            <bpmn:userTask id="%s" camunda:formKey="embedded:deployment:f.html" camunda:candidateGroups="land"
                camunda:dueDate="${deadline.workdays(1)}"><bpmn:extensionElements><camunda:properties>
                <camunda:property name="stage" value="half" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>
            """;
    private static final String FORM =
            "<input id=\"happenedOn\" name=\"happenedOn\" type=\"date\" data-max=\"today\" required>";

    static DraftDiagram of(String process) {
        Map<String, String> forms = new LinkedHashMap<>();
        try (var files = Files.list(Path.of("bpmn/forms", process))) {
            files.forEach(file -> forms.put("forms/" + process + "/" + file.getFileName(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DraftDiagram(process + ".bpmn", read(Path.of("bpmn", process + ".bpmn")), forms);
    }

    /** Two steps side by side, and a stage that starts at the given elements. */
    static DraftDiagram ofForkAndJoin(String stage) {
        String bpmn = FORK.formatted(stage, TASK.formatted("step_measure"), TASK.formatted("step_photograph"));
        return new DraftDiagram("fork.bpmn", bpmn, Map.of("f.html", FORM));
    }

    /** A readable file that draws nothing that could run. */
    static DraftDiagram ofNothing() {
        return new DraftDiagram("nothing.bpmn", FORK.replaceAll("(?s)<bpmn:process.*</bpmn:process>", ""), Map.of());
    }

    DraftDiagram named(String name) {
        return new DraftDiagram(name, bpmn, forms);
    }

    /** Puts {@code wrong} for every {@code right}, which must be there. */
    DraftDiagram with(String right, String wrong) {
        assertThat(bpmn).contains(right);
        return new DraftDiagram(file, bpmn.replace(right, wrong), forms);
    }

    DraftDiagram withForm(String task, String right, String wrong) {
        Map<String, String> changed = new LinkedHashMap<>(forms);
        changed.computeIfPresent(
                "forms/" + file.replace(".bpmn", "") + "/" + task + ".html",
                (path, html) -> html.replace(right, wrong));
        assertThat(changed).isNotEqualTo(forms);
        return new DraftDiagram(file, bpmn, changed);
    }

    List<Finding> checkedBy(Contract contract) {
        Map<String, Form> parsed = forms.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, form -> Form.parse(form.getValue())));
        return contract.check(file, bpmn.getBytes(StandardCharsets.UTF_8), parsed);
    }

    String saysIn(String language, Contract contract) {
        return checkedBy(contract).stream()
                .map(finding -> contract.sentence(file, finding, Locale.forLanguageTag(language)))
                .collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
