package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Desk.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Step.State;
import org.waymark.milestone.step.Steps;

/** What is submitted is what its form asks for at that moment, by the person whose step it is. */
@WaymarkTest
class SubmissionTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Entries entries;

    @Autowired
    ObjectMapper json;

    private final String project = "SUBMIT-" + ++count;
    private final String household = Desk.household(project);

    @Test
    void whatLostItsProofIsNotSubmitted() throws Exception {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, step, walk.filled(step, Map.of()), 0);
        JsonNode files =
                json.readTree(cadre.call("GET", entry(step), null).body()).get("evidence");
        String file = files.get("surveyForm").get(0).get("id").asText();
        cadre.call("DELETE", "/ui/steps/" + step.taskId() + "/evidence/" + file, null);
        var refused = submit(cadre, step);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("还没有填写完整的表单");
        assertThat(steps.of(step.taskId()).state()).isEqualTo(State.OPEN);
    }

    @RepeatedTest(8)
    void aSaveAtTheSameMomentDoesNotChangeWhatWasSubmitted() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, step, walk.filled(step, Map.of("remark", "before")), 0);
        Together.all(List.<Callable<HttpResponse<String>>>of(
                () -> submit(cadre, step), () -> desk.draft(cadre, step, Map.of("remark", "after"), 1)));
        boolean done = steps.of(step.taskId()).state() == State.DONE;
        var entry = entries.of(step);
        assertThat(entry.valid()).isEqualTo(done);
        assertThat(entry.fields()).containsEntry("remark", done ? "before" : "after");
    }

    @Test
    void blanksAroundAnAnswerMakeItNoOtherAnswer() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        Map<String, Object> values = walk.filled(
                step, Map.of("access", " ok ", "unregistered", " true ", "happenedOn", " " + desk.today() + " "));
        assertThat(desk.save(cadre, step, values, 0).statusCode()).isEqualTo(200);
        assertThat(submit(cadre, step).statusCode()).isEqualTo(204);
        assertThat(walk.open(household)).containsExactly("approval_identify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "-9999-01-01", "1899-12-31", "+999999999-12-31"})
    void aDayOutOfLivingMemoryIsRefused(String day) {
        Step step = desk.open(project, null, Map.of());
        var refused = desk.save(
                desk.signedIn("cadre"), step, walk.filled(step, Map.of("happenedOn", day, "lateReason", "x")), 0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("年份应在 1900 至 2200 之间");
    }

    @Test
    void aPeriodCannotRunFromADayBeforeTheStepBefore() {
        Step issue = desk.open(project, "report", Map.of());
        walk.submit(household, issue.element());
        Step serve = walk.step(household, "step_serveReport");
        var refused = desk.save(
                desk.signedIn("cadre"),
                serve,
                walk.filled(serve, Map.of("servedOn", desk.today().minusYears(9).toString())),
                0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("早于前一环节“出具分户报告”的办理日期 " + desk.today());
    }

    @Test
    void whoTakesAStepGoesOverWhatAnotherSaved() {
        Step step = desk.open(project, "inspect", Map.of());
        Browser appraiser = desk.signedIn("appraiser");
        claim(appraiser, step);
        desk.save(appraiser, step, walk.filled(step, Map.of()), 0);
        appraiser.call("POST", task(step) + "/unclaim", "{}");
        assertThat(submit(appraiser, step).body()).contains("请先领取");
        claim(appraiser, step);
        assertThat(submit(appraiser, step).body()).contains("还没有填写完整的表单");
        desk.save(appraiser, step, walk.filled(step, Map.of()), 1);
        assertThat(submit(appraiser, step).statusCode()).isEqualTo(204);
    }

    @Test
    void textsThatCannotBeKeptAreRefusedWithASentence() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        String path = "/ui/steps/" + step.taskId();
        String long1001 = "字".repeat(1001);
        assertThat(cadre.call("POST", path + "/return", "{\"target\":\"x\",\"reason\":\"%s\"}".formatted(long1001))
                        .body())
                .contains("不能超过 1000 个字");
        for (String field : List.of("party", "letter")) {
            String waiting =
                    "{\"party\":\"a\",\"since\":\"%s\",\"%s\":\"%s\"}".formatted(desk.today(), field, "字".repeat(121));
            assertThat(cadre.call("POST", path + "/waiting", waiting).body()).contains("不能超过 120 个字");
        }
        assertThat(cadre.call("PUT", entry(step), "{\"revision\":0,\"draft\":true}")
                        .body())
                .contains("无法读取");
        assertThat(desk.draft(cadre, step, Map.of("remark", Map.of("a", 1)), 0).body())
                .contains("“备注”只能填一个值");
        assertThat(desk.draft(cadre, step, Map.of("remark", "a\u0007b"), 0).body())
                .contains("“备注”里有不能保存的字符");
        assertThat(desk.draft(cadre, step, Map.of("evil", "x"), 0).body()).contains("没有“evil”这一项");
    }

    @Test
    void aFileNobodyMaySeeIsRefusedWithASentenceToABrowserToo() {
        Step step = desk.open(project, null, Map.of());
        var refused = desk.signedIn("cadre").page("/ui/steps/" + step.taskId() + "/evidence/nope");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有这个文件");
    }

    private static void claim(Browser browser, Step step) {
        browser.call("POST", task(step) + "/claim", "{\"userId\":\"appraiser\"}");
    }

    private static HttpResponse<String> submit(Browser browser, Step step) {
        return browser.call("POST", task(step) + "/submit-form", "{}");
    }

    private static String entry(Step step) {
        return "/ui/steps/" + step.taskId() + "/entry";
    }
}
