package org.waymark.engine.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;

/** Cockpit shows the administrator every process, and changes none. */
@WaymarkTest
class CockpitTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
    private static int count;

    @Autowired
    Desk desk;

    private Step step;

    @BeforeEach
    void openAHousehold() {
        step = desk.open("COCKPIT-" + ++count, null, Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET  | /camunda/app/cockpit/default/ |
            GET  | /camunda/api/cockpit/plugin/base/default/process-definition/statistics |
            GET  | /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count |
            POST | /camunda/api/cockpit/plugin/base/default/process-instance | {}
            POST | /camunda/api/cockpit/plugin/base/default/process-instance/count | {}
            POST | /camunda/api/cockpit/plugin/base/default/incident | {}
            POST | /camunda/api/cockpit/plugin/base/default/incident/count | {}
            GET  | /camunda/api/engine/engine/default/process-definition?key=house-appraisal&sortBy=version&sortOrder=desc |
            GET  | /camunda/api/engine/engine/default/task/report/candidate-group-count |
            """)
    void whatCockpitAsksIsAnswered(String method, String path, String body) {
        var answer = desk.signedIn("admin").call(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void cockpitFindsTheProcessOfAStep() {
        var found = desk.signedIn("admin")
                .call(
                        "POST",
                        COCKPIT + "/process-instance?firstResult=0&maxResults=500",
                        "{\"processDefinitionId\":\"%s\"}".formatted(step.definition()));
        assertThat(found.body()).contains(step.instanceKey());
    }

    @Test
    void nobodyElseReadsCockpitOrAsksWithoutALimit() {
        for (String person : new String[] {"leader", "office", "cadre"}) {
            var browser = desk.signedIn(person);
            assertThat(browser.call("GET", "/camunda/app/cockpit/default/", null)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.call("POST", COCKPIT + "/process-instance", "{}").statusCode())
                    .isEqualTo(403);
            assertThat(browser.call("POST", COCKPIT + "/incident", "{}").statusCode())
                    .isEqualTo(403);
            assertThat(browser.call("GET", ENGINE + "/task", null).statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PUT    | /process-instance/suspended | {"suspended":true,"processDefinitionKey":"house-appraisal"}
            POST   | /process-instance/delete    | {"processInstanceIds":["x"]}
            POST   | /modification/execute       | {}
            POST   | /message                    | {"messageName":"roster.closed"}
            DELETE | /deployment/x               |
            """)
    void cockpitChangesNothing(String method, String path, String body) {
        assertThat(desk.signedIn("admin").call(method, ENGINE + path, body).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anExpressionIsRefusedThereToo() {
        var answer = desk.signedIn("admin")
                .call("POST", COCKPIT + "/process-instance", "{\"variables\":[{\"aExpression\":\"${1}\"}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("表达式");
    }
}
