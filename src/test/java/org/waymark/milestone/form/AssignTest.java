package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.step.Step;

/** The office gives an open step to somebody else, or back to its group. */
@WaymarkTest
class AssignTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    /** A cadre's step of a household in Luxi, assigned to {@code cadre}. */
    private Step step;

    @BeforeEach
    void openAHousehold() {
        step = desk.open("ASSIGN-" + ++count, null, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "admin"})
    void theOfficeGivesAStepToAnotherPersonWithAReason(String who) {
        var answer = assign(who, "\"cadre2\"", "原责任人离职");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(now().assignee()).isEqualTo("cadre2");
        assertThat(desk.signedIn("cadre2").call("GET", Desk.task(step), null).statusCode())
                .isEqualTo(200);
        assertThat(desk.signedIn("cadre").call("GET", Desk.task(step), null).statusCode())
                .isEqualTo(404);
        assertThat(log.of(step.instanceKey()))
                .filteredOn(row -> row.what().equals("step.assigned"))
                .singleElement()
                .returns("cadre", Recorded::oldValue)
                .returns("cadre2", Recorded::newValue)
                .returns("原责任人离职", Recorded::reason)
                .returns(who, Recorded::who);
        assertThat(log.firstBroken(step.instanceKey())).isEmpty();
    }

    @Test
    void aStepGivenBackIsClaimedByItsGroup() {
        assertThat(assign("office", "null", "责任人长期外出").statusCode()).isEqualTo(200);
        assertThat(now().assignee()).isNull();
        var cadre = desk.signedIn("cadre");
        assertThat(cadre.call("POST", Desk.task(step) + "/claim", "{\"userId\":\"cadre\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"leader", "cadre", "cadre2", "manager"})
    void nobodyElseGivesStepsAway(String who) {
        var answer = assign(who, "\"cadre2\"", "x");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("只有综合办或系统管理员可以改派环节");
        assertThat(now().assignee()).isEqualTo("cadre");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"cadre2\"', '  ', 请写明改派原因",
        "'\"nobody\"', 离职, 没有用户名为 nobody 的在岗人员",
        "'\"gone\"', 离职, 没有用户名为 gone 的在岗人员"
    })
    void withoutAReasonOrAPersonNothingChanges(String person, String reason, String sentence) {
        db.sql(
                        """
                        insert into person (id, name_zh, name_en, mail, password_hash, active, ends_on)
                        select 'gone', '离职人员', 'Gone', 'gone@waymark.example', 'x', true, date '2021-06-01'
                        from (select 1 as one) t where not exists (select 1 from person where id = 'gone')""")
                .update();
        var answer = assign("office", person, reason);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(now().assignee()).isEqualTo("cadre");
    }

    @Test
    void whoDoesNotHaveTheRoleIsNamedInTheAnswer() {
        var answer = assign("office", "\"land\"", "包干人轮换，由土地所代办");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("不属于这个环节的办理组");
        assertThat(now().assignee()).isEqualTo("land");
        assertThat(assign("office", "\"cadre2\"", "轮换").body()).doesNotContain("不属于");
    }

    @Test
    void aStepThatIsDoneOrUnknownIsNotGivenAway() {
        walk.submit(step.instanceKey(), "step_survey");
        assertThat(assign("office", "\"cadre2\"", "离职").statusCode()).isEqualTo(409);
        assertThat(assign("office", "\"cadre2\"", "离职").body()).contains("已经办理或已退回");
        var unknown = desk.signedIn("office").call("POST", "/ui/steps/nope/assign", body("\"cadre\"", "x"));
        assertThat(unknown.statusCode()).isEqualTo(409);
    }

    @Test
    void aReasonWithANulIsNotRead() {
        var answer = assign("office", "\"cadre2\"", "a\\u0000b");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("无法读取");
    }

    @Test
    void whoIsGivenAStepGoesOverWhatAnotherSaved() {
        assertThat(desk.save(desk.signedIn("cadre"), step, walk.filled(step, Map.of()), 0)
                        .statusCode())
                .isEqualTo(200);
        desk.signedIn("office").call("POST", "/ui/steps/" + step.taskId() + "/assign", body("\"cadre2\"", "离职"));
        var refused = desk.signedIn("cadre2").call("POST", Desk.task(step) + "/submit-form", "{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("还没有填写完整的表单");
    }

    @RepeatedTest(5)
    void whoSubmitsAStepWhileItIsGivenAwayIsToldOrDoesIt() {
        var office = desk.signedIn("office");
        var cadre = desk.signedIn("cadre");
        assertThat(desk.save(cadre, step, walk.filled(step, Map.of()), 0).statusCode())
                .isEqualTo(200);
        String give = "/ui/steps/" + step.taskId() + "/assign";
        var answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                () -> office.call("POST", give, body("\"cadre2\"", "离职")),
                () -> cadre.call("POST", Desk.task(step) + "/complete", "{}")));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500));
        boolean given = answers.get(0).statusCode() == 200;
        boolean done = answers.get(1).statusCode() == 204;
        assertThat(given ^ done).as(answers.toString()).isTrue();
        assertThat(walk.open(step.instanceKey()).contains("step_survey")).isEqualTo(given);
        assertThat(log.firstBroken(step.instanceKey())).isEmpty();
    }

    private HttpResponse<String> assign(String who, String person, String reason) {
        return desk.signedIn(who).call("POST", "/ui/steps/" + step.taskId() + "/assign", body(person, reason));
    }

    private static String body(String person, String reason) {
        return "{\"person\":%s,\"reason\":\"%s\"}".formatted(person, reason);
    }

    private Step now() {
        return walk.step(step.instanceKey(), step.element());
    }
}
