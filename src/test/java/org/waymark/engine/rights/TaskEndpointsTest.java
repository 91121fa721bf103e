package org.waymark.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;

/** Each endpoint of a task in Camunda's web API, tried by people who must not reach it. */
@WaymarkTest
class TaskEndpointsTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    /** A cadre's step of a household in Luxi, assigned to {@code cadre}. */
    private Step assigned;

    @BeforeEach
    void openAHousehold() {
        assigned = desk.open("ENDPOINT-" + ++count, null, Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET    |                      |
            GET    | /form                |
            GET    | /deployed-form       |
            GET    | /rendered-form       |
            GET    | /form-variables      |
            GET    | /variables           |
            GET    | /variables/object    |
            GET    | /localVariables      |
            GET    | /identity-links      |
            GET    | /comment             |
            GET    | /comment/x           |
            GET    | /attachment          |
            GET    | /attachment/x        |
            GET    | /attachment/x/data   |
            POST   | /claim               | {"userId":"me"}
            POST   | /unclaim             | {}
            POST   | /complete            | {}
            POST   | /submit-form         | {}
            POST   | /resolve             | {}
            POST   | /delegate            | {"userId":"me"}
            POST   | /assignee            | {"userId":"me"}
            POST   | /bpmnError           | {"errorCode":"x"}
            POST   | /bpmnEscalation      | {"escalationCode":"x"}
            POST   | /identity-links      | {"userId":"me","type":"candidate"}
            POST   | /identity-links/delete | {"userId":"me","type":"candidate"}
            POST   | /comment/create      | {"message":"x"}
            POST   | /attachment/create   | {}
            DELETE | /comment             |
            DELETE | /attachment/x        |
            POST   | /variables           | {"modifications":{"object":{"value":"x","type":"String"}}}
            POST   | /localVariables      | {"modifications":{"object":{"value":"x","type":"String"}}}
            PUT    | /variables/object    | {"value":"x","type":"String"}
            DELETE | /variables/object    |
            PUT    | /localVariables/x    | {"value":"x","type":"String"}
            DELETE | /localVariables/x    |
            PUT    |                      | {"name":"x","due":"2030-01-01T00:00:00.000+0800"}
            DELETE |                      |
            """)
    void noEndpointIsOpenToStrangersOtherGroupsAndOtherVillages(String method, String path, String body) {
        for (String stranger : List.of("civil", "appraiser", "cadre2", "manager")) {
            var answer = desk.signedIn(stranger)
                    .call(
                            method,
                            Desk.task(assigned) + (path == null ? "" : path),
                            body == null ? null : body.replace("\"me\"", "\"" + stranger + "\""));
            assertThat(answer.statusCode())
                    .as("%s %s %s: %s", stranger, method, path, answer.body())
                    .isIn(400, 403, 404, 405, 500);
        }
        var row = walk.step(assigned.instanceKey(), "step_survey");
        assertThat(row.assignee()).isEqualTo("cadre");
        assertThat(row.dueOn()).isEqualTo(assigned.dueOn());
    }
}
