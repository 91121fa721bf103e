package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Browser;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.clock.DemoClock;
import org.waymark.evidence.Evidence;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Step.State;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;
import org.waymark.template.Forms;
import org.waymark.template.Templates;

/** A step's form as Tasklist uses it, over HTTP. */
@WaymarkTest
class StepFormTest {

    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Templates templates;

    @Autowired
    TestRoster roster;

    @Autowired
    Steps steps;

    @Autowired
    Entries entries;

    @Autowired
    Forms forms;

    @Autowired
    Evidence evidence;

    @Autowired
    ChangeLog log;

    @Autowired
    Engine engine;

    @Autowired
    DemoClock clock;

    @Autowired
    Walk walk;

    @Autowired
    ObjectMapper json;

    private final String project = "FORM-" + ++count;
    private final String household = project + ":H-0001:appraisal:1";

    @Test
    void noStepOfAnyDiagramIsCompletedWithoutItsEntry() {
        projects.open(Walk.project(project));
        walk.jobs();
        List<String> stages = templates.latest("house-appraisal").stages().values().stream()
                .map(stage -> stage.code())
                .filter(code -> !code.equals("posting"))
                .toList();
        List<org.waymark.roster.NewObject> households = new java.util.ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Map<String, LocalDate> anchors = templates.latest("house-appraisal").stage(stages.get(i)).anchors().stream()
                    .collect(Collectors.toMap(event -> event, event -> today()));
            households.add(Walk.household(i + 1, "luxi", stages.get(i), anchors));
        }
        roster.open(project, households);
        for (int i = 0; i < stages.size(); i++) {
            Step step = steps.ofInstance("%s:H-%04d:appraisal:1".formatted(project, i + 1))
                    .get(0);
            String person = step.candidateGroup().startsWith("cadres")
                    ? "cadre"
                    : step.candidateGroup().replaceAll("s$", "");
            Browser browser = Browser.signedIn(port, person);
            String task = "/camunda/api/engine/engine/default/task/" + step.taskId();
            if (step.assignee() == null) {
                browser.call("POST", task + "/claim", "{\"userId\":\"%s\"}".formatted(person));
            }
            for (String verb : List.of("/complete", "/submit-form")) {
                var refused = browser.call("POST", task + verb, "{}");
                assertThat(refused.statusCode()).as(step.element()).isGreaterThanOrEqualTo(400);
                assertThat(refused.body())
                        .contains(": 环节“" + step.name("zh") + "”还没有填写完整的表单")
                        .doesNotContain("ENGINE-");
            }
            var incomplete = save(browser, step, Map.of("remark", "x"), 0, false);
            assertThat(incomplete.statusCode()).as(step.element()).isEqualTo(422);
            assertThat(incomplete.body()).contains("请填写“办理日期”");
        }
    }

    @Test
    void aCompleteFormIsSavedSubmittedAndLogged() throws Exception {
        Step step = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        assertThat(save(cadre, step, filled(step, Map.of()), 0, false).statusCode())
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
        Step step = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        save(cadre, step, filled(step, Map.of()), 0, false);
        cadre.call("POST", task(step) + "/submit-form", "{}");
        assertThat(cadre.call("POST", task(step) + "/submit-form", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(save(cadre, step, filled(step, Map.of()), 1, false).body()).contains("已经办理或已退回");
        assertThat(steps.ofInstance(household)).hasSize(2);
    }

    @Test
    void aDayInTheFutureIsRefused() {
        Step step = open(null, Map.of());
        var refused = save(
                Browser.signedIn(port, "cadre"),
                step,
                filled(step, Map.of("happenedOn", today().plusDays(1).toString())),
                0,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("晚于今天");
    }

    @Test
    void unknownFieldsAndWrongOptionsAreNamed() {
        Step step = open(null, Map.of());
        var refused = save(
                Browser.signedIn(port, "cadre", "en"),
                step,
                filled(step, Map.of("access", "perhaps", "hacked", "1", "measuredArea", "wide")),
                0,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("has no field “hacked”")
                .contains("“Outcome” cannot be “perhaps”")
                .contains("must be a number, not “wide”");
    }

    @Test
    void aSubmissionThatCarriesValuesIsRefused() {
        Step step = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        save(cadre, step, filled(step, Map.of("access", "disputed")), 0, false);
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
        Step step = open(null, Map.of());
        var refused = save(
                Browser.signedIn(port, "cadre"),
                step,
                walk.filled(
                        forms.of(step.process(), step.element()),
                        Map.of("access", "ok", "surveyForm", List.of("no-such-file"))),
                0,
                false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请上传“调查登记表”");
    }

    @Test
    void aStaleSaveShowsWhatIsStored() throws Exception {
        Step step = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        save(cadre, step, Map.of("remark", "first"), 0, true);
        var stale = save(cadre, step, Map.of("remark", "second"), 0, true);
        assertThat(stale.statusCode()).isEqualTo(409);
        JsonNode body = json.readTree(stale.body());
        assertThat(body.get("fields").get("remark").asText()).isEqualTo("first");
        assertThat(save(
                                cadre,
                                step,
                                Map.of("remark", "second"),
                                body.get("revision").asInt(),
                                true)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyTheAssigneeWritesAndStrangersDoNotRead() {
        Step step = open(null, Map.of());
        String entry = "/ui/steps/" + step.taskId() + "/entry";
        assertThat(Browser.signedIn(port, "leader").call("GET", entry, null).statusCode())
                .isEqualTo(200);
        assertThat(save(Browser.signedIn(port, "leader"), step, Map.of(), 0, true)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.signedIn(port, "cadre2").call("GET", entry, null).statusCode())
                .isEqualTo(403);
        assertThat(Browser.signedIn(port, "appraiser").call("GET", entry, null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReturnedStepOpensAgainWithWhatItHeld() {
        Step survey = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        save(cadre, survey, filled(survey, Map.of("remark", "一楼")), 0, false);
        cadre.call("POST", task(survey) + "/submit-form", "{}");
        Step posting = walk.step(household, "step_postSurvey");

        String back = "/ui/steps/" + posting.taskId() + "/return";
        assertThat(cadre.call("POST", back, "{\"target\":\"step_survey\",\"reason\":\"\"}")
                        .body())
                .contains("退回原因");
        assertThat(cadre.call("POST", back, "{\"target\":\"step_fixValue\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(cadre.call("POST", back, "{\"target\":\"step_survey\",\"reason\":\"面积有误\"}")
                        .statusCode())
                .isEqualTo(200);

        Step again = walk.step(household, "step_survey");
        assertThat(again.round()).isEqualTo(2);
        assertThat(entries.of(again).fields()).containsEntry("remark", "一楼");
        assertThat(entries.of(again).valid()).isFalse();
        assertThat(walk.open(household)).containsExactly("step_survey");
        assertThat(steps.of(posting.taskId()).state()).isEqualTo(State.RETURNED);
        assertThat(log.of(household))
                .anySatisfy(change -> assertThat(change.reason()).isEqualTo("面积有误"));
    }

    @Test
    void waitingForAnOutsiderIsRecordedAndEnded() {
        Step step = open(null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        String waiting = "/ui/steps/" + step.taskId() + "/waiting";
        String tomorrow = "{\"party\":\"铁路方\",\"since\":\"%s\"}".formatted(today().plusDays(1));
        assertThat(cadre.call("POST", waiting, tomorrow).statusCode()).isEqualTo(403);
        cadre.call("POST", waiting, "{\"party\":\"铁路方\",\"since\":\"%s\",\"letter\":\"函1\"}".formatted(today()));
        assertThat(steps.of(step.taskId()).waitingParty()).isEqualTo("铁路方");
        cadre.call("DELETE", waiting, null);
        assertThat(steps.of(step.taskId()).waitingParty()).isNull();
    }

    @Test
    void aCitizensPeriodIsNeverShortened() {
        Step right = open("served", Map.of("reportServed", today()));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> steps.moveDue(right.taskId(), today().plusDays(1), "快点"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(right.overdueOn(today().plusYears(1))).isFalse();
    }

    @Test
    void aMovedDayMovesRowAndTaskAndKeepsTheOriginal() {
        Step step = open(null, Map.of());
        LocalDate later = step.dueOn().plusDays(9);
        steps.moveDue(step.taskId(), later, "台风");
        Step moved = steps.of(step.taskId());
        assertThat(moved.dueOn()).isEqualTo(later);
        assertThat(moved.originalDueOn()).isEqualTo(step.dueOn());
        assertThat(Browser.signedIn(port, "cadre").call("GET", task(step), null).body())
                .contains(later.toString());
    }

    private Step open(String stage, Map<String, LocalDate> anchors) {
        projects.open(Walk.project(project));
        roster.open(project, List.of(Walk.household(1, "luxi", stage, anchors)));
        return steps.ofInstance(household).get(0);
    }

    private Map<String, Object> filled(Step step, Map<String, Object> decisions) {
        forms.of(step.process(), step.element()).fields().stream()
                .filter(field -> field.evidence())
                .forEach(field -> evidence.add(
                        new Evidence.Place(step.instanceKey(), step.element(), step.round(), field.name()),
                        "a.pdf",
                        "application/pdf",
                        new java.io.ByteArrayInputStream(new byte[] {1}),
                        "cadre"));
        return walk.filled(forms.of(step.process(), step.element()), decisions);
    }

    private java.net.http.HttpResponse<String> save(
            Browser browser, Step step, Map<String, Object> fields, int revision, boolean draft) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("revision", revision);
        body.put("fields", fields);
        body.put("draft", draft);
        try {
            return browser.call("PUT", "/ui/steps/" + step.taskId() + "/entry", json.writeValueAsString(body));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String task(Step step) {
        return "/camunda/api/engine/engine/default/task/" + step.taskId();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
