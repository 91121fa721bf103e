package org.waymark.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;

/** A form belongs to the version of its diagram: what is under way is checked by the form its people see. */
@WaymarkTest
class FormsTest {

    private static final String DIAGRAM =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="versioned" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start_case" /><sequenceFlow id="f1" sourceRef="start_case" targetRef="step_ask" />
                <userTask id="step_ask" camunda:formKey="embedded:deployment:forms/versioned/step_ask.html" />
                <sequenceFlow id="f2" sourceRef="step_ask" targetRef="step_bare" />
                <userTask id="step_bare" />
              </process>
            </definitions>""";

    @Autowired
    Engine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    Forms forms;

    @Test
    void aLaterVersionLeavesTheFormOfTheEarlierOneAsItWas() {
        String first = deployed("<input id='area' name='area'>");
        String second = deployed("<input id='area' name='area'><input id='height' name='height'>");
        assertThat(forms.of(first, "step_ask").fields()).extracting(Field::name).containsExactly("area");
        assertThat(forms.of(second, "step_ask").fields())
                .extracting(Field::name)
                .containsExactly("area", "height");
    }

    @Test
    void aStepWithoutAFormHasNoFields() {
        assertThat(forms.of(deployed("<input id='area' name='area'>"), "step_bare")
                        .fields())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 6, true", "10, 5, false", "11, 6, true", "11, 5, false", "1, 1, true"})
    void aVoteCountsWithMoreThanHalf(String all, String votes, boolean counts) {
        Form form = Form.parse("<input id='all' name='all' type='number'>"
                + "<input id='votes' name='votes' type='number' data-over-half-of='all'>");
        assertThat(forms.check(form, Map.of("all", all, "votes", votes), LocalDate.of(2021, 6, 15))
                        .isEmpty())
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"a, true", "b, true", "c, false"})
    void aFieldIsDueWithAnyOfTheAnswersItHangsOn(String answer, boolean due) {
        Form form = Form.parse("<select id='way' name='way'><option value='a'><option value='b'><option value='c'>"
                + "</select><input id='why' name='why' data-required-when='way=a|b'>");
        assertThat(forms.check(form, Map.of("way", answer), LocalDate.of(2021, 6, 15)))
                .hasSize(due ? 1 : 0);
    }

    private String deployed(String form) {
        engine.deploy(
                "versioned", Map.of("versioned.bpmn", bytes(DIAGRAM), "forms/versioned/step_ask.html", bytes(form)));
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("versioned")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
