package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Desk.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.template.Forms;

/** A step's form as Tasklist uses it, over HTTP. */
@WaymarkTest
class StepFormTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    Forms forms;

    @Autowired
    ObjectMapper json;

    private final String project = "FORM-" + ++count;
    private final String household = Desk.household(project);

    @Test
    void aCompleteFormIsSavedSubmittedAndLogged() throws Exception {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        assertThat(desk.save(cadre, step, walk.filled(step, Map.of()), 0).statusCode())
                .isEqualTo(200);
        var done = cadre.call("POST", task(step) + "/submit-form", "{\"variables\":{}}");
        assertThat(done.statusCode()).as(done.body()).isLessThan(300);
        assertThat(walk.open(household)).containsExactly("step_postSurvey");
        assertThat(log.of(household)).anySatisfy(change -> {
            assertThat(change.what()).isEqualTo("step.done");
            assertThat(change.who()).isEqualTo("cadre");
        });
        assertThat(log.firstBroken(household)).isEmpty();
    }

    @Test
    void submittingTwiceDoesItOnceAndSaysSo() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, step, walk.filled(step, Map.of()), 0);
        cadre.call("POST", task(step) + "/submit-form", "{}");
        assertThat(cadre.call("POST", task(step) + "/submit-form", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(desk.save(cadre, step, walk.filled(step, Map.of()), 1).body())
                .contains("已经办理或已退回");
        assertThat(steps.ofInstance(household)).hasSize(2);
    }

    @Test
    void aDayInTheFutureIsRefused() {
        Step step = desk.open(project, null, Map.of());
        var refused = desk.save(
                desk.signedIn("cadre"),
                step,
                walk.filled(step, Map.of("happenedOn", desk.today().plusDays(1).toString())),
                0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("晚于今天");
    }

    @Test
    void aDayInAClosedMonthNeedsAReason() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        String day = desk.today().minusMonths(2).toString();
        var refused = desk.save(cadre, step, walk.filled(step, Map.of("happenedOn", day, "lateReason", "")), 0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"lateReason\":\"办理日期在已结账的").contains("补报原因");

        desk.save(cadre, step, walk.filled(step, Map.of("happenedOn", day, "lateReason", "台风停电")), 0);
        cadre.call("POST", task(step) + "/complete", "{}");
        assertThat(log.of(household)).anySatisfy(change -> {
            assertThat(change.what()).isEqualTo("step.done");
            assertThat(change.reason()).isEqualTo("台风停电");
        });
    }

    @Test
    void unknownFieldsAndWrongOptionsAreNamed() {
        Step step = desk.open(project, null, Map.of());
        var refused = desk.save(
                desk.signedIn("cadre", "en"),
                step,
                walk.filled(step, Map.of("access", "perhaps", "hacked", "1", "measuredArea", "wide")),
                0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("has no field “hacked”")
                .contains("“Outcome” cannot be “perhaps”")
                .contains("must be a number, not “wide”");
    }

    @Test
    void aSubmissionThatCarriesValuesIsRefused() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, step, walk.filled(step, Map.of("access", "disputed")), 0);
        for (String name : List.of("access", "somethingElse")) {
            for (String verb : List.of("/complete", "/submit-form")) {
                String values = "{\"variables\":{\"%s\":{\"value\":\"ok\"}}}".formatted(name);
                var refused = cadre.call("POST", task(step) + verb, values);
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body()).contains("提交时不能附带数值");
            }
        }
        assertThat(walk.open(household)).containsExactly("step_survey");
        cadre.call("POST", task(step) + "/complete", "{}");
        assertThat(walk.open(household)).containsExactly("step_resolveDispute");
    }

    @Test
    void aFileThatWasNeverUploadedIsNoEvidence() {
        Step step = desk.open(project, null, Map.of());
        var refused = desk.save(
                desk.signedIn("cadre"),
                step,
                walk.filled(
                        forms.of(step.definition(), step.element()),
                        Map.of("access", "ok", "surveyForm", List.of("no-such-file"))),
                0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请上传“调查登记表”");
    }

    @Test
    void aStaleSaveShowsWhatIsStored() throws Exception {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.draft(cadre, step, Map.of("remark", "first"), 0);
        var stale = desk.draft(cadre, step, Map.of("remark", "second"), 0);
        assertThat(stale.statusCode()).isEqualTo(409);
        JsonNode body = json.readTree(stale.body());
        assertThat(body.get("fields").get("remark").asText()).isEqualTo("first");
        assertThat(desk.draft(
                                cadre,
                                step,
                                Map.of("remark", "second"),
                                body.get("revision").asInt())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyTheAssigneeWritesAndStrangersDoNotRead() {
        Step step = desk.open(project, null, Map.of());
        String entry = "/ui/steps/" + step.taskId() + "/entry";
        assertThat(desk.signedIn("leader").call("GET", entry, null).statusCode())
                .isEqualTo(200);
        assertThat(desk.draft(desk.signedIn("leader"), step, Map.of(), 0).statusCode())
                .isEqualTo(403);
        assertThat(desk.signedIn("cadre2").call("GET", entry, null).statusCode())
                .isEqualTo(403);
        assertThat(desk.signedIn("appraiser").call("GET", entry, null).statusCode())
                .isEqualTo(403);
    }
}
