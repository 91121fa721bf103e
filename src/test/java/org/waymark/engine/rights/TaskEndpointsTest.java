package org.waymark.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.sub.task.TaskResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;

/** Each endpoint of a task in Camunda's web API, tried by people who must not reach it and by whose task it is. */
@WaymarkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskEndpointsTest {

    /**
     * Method, path, body; what others are answered, and what the assignee is. Empty where this table does not bind it.
     */
    private static final String ENDPOINTS =
            """
            GET    |                                 |                                                   | 404 | 200
            GET    | /form                           |                                                   | 403 | 200
            GET    | /deployed-form                  |                                                   | 403 | 200
            GET    | /rendered-form                  |                                                   | 403 | 404
            GET    | /form-variables                 |                                                   | 403 | 200
            GET    | /variables                      |                                                   | 403 | 200
            GET    | /variables/{variable}           |                                                   | 403 | 200
            GET    | /variables/{variable}/data      |                                                   | 403 | 200
            GET    | /localVariables                 |                                                   | 403 | 200
            GET    | /localVariables/{variable}      |                                                   | 403 | 200
            GET    | /localVariables/{variable}/data |                                                   | 403 | 200
            GET    | /identity-links                 |                                                   | 403 | 200
            GET    | /comment                        |                                                   | 404 |
            GET    | /comment/{comment}              |                                                   | 403 | 403
            GET    | /attachment                     |                                                   | 404 |
            GET    | /attachment/{attachment}        |                                                   | 403 | 403
            GET    | /attachment/{attachment}/data   |                                                   | 403 | 403
            POST   | /claim                          | {"userId":"me"}                                   | 403 | 204
            POST   | /unclaim                        | {}                                                | 403 | 204
            POST   | /complete                       | {}                                                | 403 | 204
            POST   | /submit-form                    | {}                                                | 403 | 204
            POST   | /resolve                        | {}                                                | 403 | 403
            POST   | /delegate                       | {"userId":"me"}                                   | 403 | 403
            POST   | /assignee                       | {"userId":"me"}                                   | 403 | 403
            POST   | /bpmnError                      | {"errorCode":"x"}                                 | 403 | 403
            POST   | /bpmnEscalation                 | {"escalationCode":"x"}                            | 403 | 403
            POST   | /identity-links                 | {"userId":"me","type":"candidate"}                | 403 | 403
            POST   | /identity-links/delete          | {"userId":"me","type":"candidate"}                | 403 | 403
            POST   | /comment/create                 | {"message":"x"}                                   | 403 | 403
            PUT    | /comment                        | {"id":"{comment}","message":"x"}                  | 403 | 403
            DELETE | /comment                        |                                                   | 403 | 403
            DELETE | /comment/{comment}              |                                                   | 403 | 403
            POST   | /attachment/create              | {}                                                | 403 | 403
            DELETE | /attachment/{attachment}        |                                                   | 403 | 403
            POST   | /variables                      | {"modifications":{"object":{"value":"x"}}}        | 403 | 403
            PUT    | /variables/{variable}           | {"value":"x","type":"String"}                     | 403 | 403
            POST   | /variables/{variable}/data      | {}                                                | 403 | 403
            DELETE | /variables/{variable}           |                                                   | 403 | 403
            POST   | /localVariables                 | {"modifications":{"object":{"value":"x"}}}        | 403 | 403
            PUT    | /localVariables/{variable}      | {"value":"x","type":"String"}                     | 403 | 403
            POST   | /localVariables/{variable}/data | {}                                                | 403 | 403
            DELETE | /localVariables/{variable}      |                                                   | 403 | 403
            PUT    |                                 | {"name":"x","due":"2030-01-01T00:00:00.000+0800"} | 403 | 403
            DELETE |                                 |                                                   | 403 | 403
            """;

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    TaskService tasks;

    private final Map<String, Browser> browsers = new HashMap<>();

    /** A cadre's step of a household in Luxi, assigned to {@code cadre}, its form filled in. */
    private Step assigned;

    private String comment;
    private String attachment;

    record Endpoint(String method, String path, String body, String others, String own) {

        static Endpoint of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Endpoint(
                    cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
        }

        @Override
        public String toString() {
            return method + " " + path.replaceAll("\\{\\w+}", "{}");
        }
    }

    static Stream<Endpoint> closed() {
        return ENDPOINTS.lines().map(Endpoint::of).filter(endpoint -> !endpoint.others.isEmpty());
    }

    static Stream<Endpoint> own() {
        return ENDPOINTS.lines().map(Endpoint::of).filter(endpoint -> !endpoint.own.isEmpty());
    }

    @BeforeEach
    void openAHousehold() {
        assigned = desk.open("ENDPOINT-" + ++count, null, Map.of());
        desk.save(browser("cadre"), assigned, walk.filled(assigned, Map.of()), 0);
        String task = assigned.taskId();
        tasks.setVariableLocal(task, "local", new byte[] {1});
        comment = tasks.createComment(task, null, "x").getId();
        var file = new ByteArrayInputStream(new byte[] {1});
        attachment =
                tasks.createAttachment("text", task, null, "a.txt", "", file).getId();
    }

    @ParameterizedTest
    @MethodSource("closed")
    void noEndpointIsOpenToStrangersOtherGroupsAndOtherVillages(Endpoint endpoint) {
        for (String stranger : List.of("civil", "appraiser", "cadre2", "manager")) {
            assertThat(call(stranger, endpoint)).as(stranger).isEqualTo(Integer.parseInt(endpoint.others));
        }
        var row = walk.step(assigned.instanceKey(), "step_survey");
        assertThat(row.assignee()).isEqualTo("cadre");
        assertThat(row.dueOn()).isEqualTo(assigned.dueOn());
    }

    /** Were an address mistyped above, it would be closed to everybody. */
    @ParameterizedTest
    @MethodSource("own")
    void whoseTaskItIsReachesWhatIsOpenAtAll(Endpoint endpoint) {
        assertThat(call("cadre", endpoint)).isEqualTo(Integer.parseInt(endpoint.own));
    }

    @Test
    void noEndpointOfCamundasIsForgotten() {
        assertThat(ENDPOINTS.lines().map(Endpoint::of).map(Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(
                        endpoints(TaskResource.class, "").distinct().toList());
    }

    private int call(String person, Endpoint endpoint) {
        String body = endpoint.body.isEmpty() ? null : filled(endpoint.body, person);
        return browser(person)
                .call(endpoint.method, Desk.task(assigned) + filled(endpoint.path, person), body)
                .statusCode();
    }

    private Browser browser(String person) {
        return browsers.computeIfAbsent(person, desk::signedIn);
    }

    private String filled(String text, String person) {
        return text.replace("\"me\"", "\"" + person + "\"")
                .replace("{variable}", "local")
                .replace("{comment}", comment)
                .replace("{attachment}", attachment);
    }

    /** Method and path of all a resource offers, that of its parts included. */
    private static Stream<String> endpoints(Class<?> resource, String at) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> {
            Path own = method.getAnnotation(Path.class);
            String path = own == null ? at : at + own.value().replaceAll("\\{\\w+}", "{}");
            var verb = Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .findFirst();
            return verb.isPresent()
                    ? Stream.of(verb.get().value() + " " + path)
                    : endpoints(method.getReturnType(), path);
        });
    }
}
