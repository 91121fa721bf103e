package org.waymark.engine.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;

/** Questions to Camunda's web API that are wrong in themselves, and what is said when the engine fails. */
@WaymarkTest
class WebapiTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PAGE = "?firstResult=0&maxResults=2";
    private static int count;

    @Autowired
    Desk desk;

    /** A cadre's step, assigned to {@code cadre}. */
    private Step step;

    private Browser cadre;

    @BeforeEach
    void openAHousehold() {
        step = desk.open("WEBAPI-" + ++count, null, Map.of());
        cadre = desk.signedIn("cadre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " ", "[]", "\"x\"", "3", "{\"a\":", "x", "{} {}"})
    void aBodyThatIsNoObjectIsRefusedAsSuch(String body) {
        String filters = cadre.call("GET", ENGINE + "/filter" + PAGE, null).body();
        String filter = filters.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        for (String path : List.of(
                "/task/" + step.taskId() + "/claim",
                "/task/" + step.taskId() + "/complete",
                "/task" + PAGE,
                "/filter/" + filter + "/list" + PAGE)) {
            var answer = cadre.call("POST", ENGINE + path, body);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("不是一个 JSON 对象").doesNotContain("表达式");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?firstResult=-1&maxResults=2",
                "?firstResult=0&maxResults=-2",
                "?firstResult=x&maxResults=2",
                "?firstResult=0&maxResults=99999999999"
            })
    void aPageBeforeTheFirstIsRefused(String page) {
        for (var answer : List.of(
                cadre.call("POST", ENGINE + "/task" + page, "{}"),
                cadre.call("GET", ENGINE + "/filter" + page, null))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("firstResult").contains("不小于 0 的整数");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"zz\"}}]}",
                "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"Object\"}}]}",
                "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{\"a\":1}}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":[1]}]}]}"
            })
    void whatTheEngineCannotCompareIsRefused(String body) {
        var answer = cadre.call("POST", ENGINE + "/task" + PAGE, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("查询条件中的变量");
    }

    @Test
    void aControlCharacterInABodyIsRefused() {
        var answer = cadre.call("POST", ENGINE + "/task" + PAGE, "{\"nameLike\":\"a\\u0000b\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("控制字符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/activity-instance-start/sum", "/metrics/task-worker/sum?startDate=x"})
    void nothingIsMeasuredAndNothingIsToldOfIt(String path) {
        var answer = desk.signedIn("admin").call("GET", ENGINE + path, null);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("没有开放");
    }

    @Test
    void aCommentOrAFileOfATaskIsNotReadByItsOwnId() {
        for (String aside : List.of("/comment/1", "/attachment/1", "/attachment/1/data")) {
            var refused = cadre.call("GET", ENGINE + "/task/" + step.taskId() + aside, null);
            assertThat(refused.statusCode()).as(aside).isEqualTo(403);
            assertThat(refused.body()).contains("没有开放");
        }
    }

    @Test
    void aRefusalToAStrangerDoesNotNameTheStep() {
        var civil = desk.signedIn("civil");
        for (var answer : List.of(
                civil.call("GET", Desk.task(step) + "/form", null),
                civil.call("GET", Desk.task(step) + "/variables", null),
                civil.call("POST", Desk.task(step) + "/claim", "{\"userId\":\"civil\"}"),
                civil.call("POST", Desk.task(step) + "/complete", "{}"))) {
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain(step.nameZh()).doesNotContain(step.project());
        }
    }

    @Test
    void camundasOwnLogoutEndsTheSession() {
        assertThat(cadre.call("GET", "/board", null).statusCode()).isEqualTo(200);
        assertThat(cadre.call("POST", "/camunda/api/admin/auth/user/default/logout", null)
                        .statusCode())
                .isLessThan(300);
        assertThat(cadre.call("GET", "/board", null).statusCode()).isEqualTo(302);
    }
}
