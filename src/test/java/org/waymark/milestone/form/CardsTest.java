package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;
import org.waymark.project.Projects;

/** What the cards of Tasklist's list say, and to whom. */
@WaymarkTest
class CardsTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    @Autowired
    ObjectMapper json;

    private final String project = "CARD-" + ++count;

    @Test
    void aHouseholdsCardSaysWhatItIsAboutAndWhere() {
        Step step = desk.open(project, null, Map.of());
        JsonNode card = cards("cadre", "zh-CN", step.taskId()).get(step.taskId());
        assertThat(card.get("project").asText()).isEqualTo("测试项目");
        assertThat(card.get("milestone").asText()).isEqualTo("房屋评估");
        assertThat(card.get("object").asText()).isEqualTo("H-0001");
        assertThat(card.get("place").asText()).isEqualTo("芦溪村 1组");
    }

    @Test
    void itSaysSoInTheReadersLanguage() {
        Step step = desk.open(project, null, Map.of());
        JsonNode card = cards("cadre", "en", step.taskId()).get(step.taskId());
        assertThat(card.get("project").asText()).isEqualTo("Test project");
        assertThat(card.get("milestone").asText()).isEqualTo("Houses appraised");
        assertThat(card.get("object").asText()).isEqualTo("H-0001");
        assertThat(card.get("place").asText()).startsWith("Luxi ");
    }

    @Test
    void aProjectsOwnStepHasNoObjectOnItsCard() {
        projects.open(Walk.project(project));
        walk.jobs(project);
        Step step = walk.step(project, "step_publishScope");
        JsonNode card = cards("manager", "zh-CN", step.taskId()).get(step.taskId());
        assertThat(card.fieldNames())
                .toIterable()
                .contains("project", "milestone")
                .doesNotContain("object", "place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"civil", "appraiser", "cadre2", "manager"})
    void strangersGetNothing(String stranger) {
        Step step = desk.open(project, null, Map.of());
        assertThat(cards(stranger, "zh-CN", step.taskId())).isEmpty();
    }

    @Test
    void aTaskNobodyKnowsLeavesTheOthersTheirCards() {
        Step step = desk.open(project, null, Map.of());
        assertThat(cards("cadre", "zh-CN", "gone," + step.taskId()).fieldNames())
                .toIterable()
                .containsExactly(step.taskId());
    }

    @Test
    void theHundredthTaskIsAnsweredAndTheNextIsNot() {
        Step step = desk.open(project, null, Map.of());
        assertThat(cards("cadre", "zh-CN", "gone,".repeat(99) + step.taskId())).hasSize(1);
        assertThat(cards("cadre", "zh-CN", "gone,".repeat(100) + step.taskId())).isEmpty();
    }

    private JsonNode cards(String person, String language, String tasks) {
        var answer = desk.signedIn(person, language).call("GET", "/ui/cards?tasks=" + tasks, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }
}
