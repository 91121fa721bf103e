package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.Desk.task;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Step.State;
import org.waymark.milestone.step.Steps;

/** Returning a step, waiting for an outsider, and moving its day. */
@WaymarkTest
class StepReturnTest {

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
    ChangeLog log;

    private final String project = "BACK-" + ++count;
    private final String household = Desk.household(project);

    @Test
    void aReturnedStepOpensAgainWithWhatItHeld() {
        Step survey = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        desk.save(cadre, survey, walk.filled(survey, Map.of("remark", "一楼")), 0);
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
    void theFormSaysWhoSentItBackAndWhyUntilItIsSubmittedAgain() {
        Step survey = desk.open(project, null, Map.of());
        submit(survey, Map.of());
        Step posting = walk.step(household, "step_postSurvey");
        String reason = "{\"target\":\"step_survey\",\"reason\":\"面积有误\"}";
        desk.signedIn("cadre").call("POST", "/ui/steps/" + posting.taskId() + "/return", reason);

        Step again = walk.step(household, "step_survey");
        assertThat(entry(again, "zh"))
                .contains("\"by\":\"驻村干部甲\"", "\"reason\":\"面积有误\"", "\"on\":\"" + desk.today())
                .contains("\"from\":\"" + posting.nameZh());
        assertThat(entry(again, "en")).contains("\"by\":\"Village cadre A\"", "\"from\":\"" + posting.nameEn());

        submit(again, Map.of());
        assertThat(entry(walk.step(household, "step_postSurvey"), "zh")).contains("\"sentBack\":null");
    }

    @Test
    void whoHasSubmittedHearsWhatFollowsAndNobodyElseDoes() {
        Step survey = desk.open(project, null, Map.of());
        submit(survey, Map.of());
        String after = "/ui/steps/" + survey.taskId() + "/after";
        assertThat(desk.signedIn("cadre").call("GET", after, null).body())
                .contains("\"object\":\"H-0001\"", "\"state\":\"DONE\"", "调查结果公示", "驻村干部甲");
        assertThat(desk.signedIn("cadre", "en").call("GET", after, null).body())
                .contains("Post the survey result", "Village cadre A");
        assertThat(desk.signedIn("cadre2").call("GET", after, null).statusCode())
                .isEqualTo(403);
    }

    private String entry(Step step, String language) {
        return desk.signedIn("leader", language)
                .call("GET", "/ui/steps/" + step.taskId() + "/entry", null)
                .body();
    }

    @Test
    void aPeriodThatHasElapsedIsNotWaitedForAgain() {
        Step closing = postedDaysAgo(8);
        assertThat(passed(closing)).contains("初评结果公示开始（" + desk.today().minusDays(8) + " 起算，期限已满）");
        Step posting = back(closing, false);

        assertThat(submit(posting, Map.of("postedOn", desk.today().toString()))).contains("已经届满，起算日不能改");
        assertThat(submit(posting, Map.of("postedOn", desk.today().minusDays(8).toString())))
                .isEmpty();
        walk.jobs(project);
        assertThat(walk.open(household)).containsExactly("step_closePosting");
    }

    @Test
    void aPeriodRunsAgainWhenTheReturnSaysSo() {
        Step posting = back(postedDaysAgo(8), true);
        assertThat(entries.of(posting).fields()).doesNotContainKey("postedOn").containsKey("poster");

        assertThat(submit(posting, Map.of("postedOn", desk.today().minusDays(8).toString())))
                .contains("新的起算日应晚于原起算日");
        assertThat(submit(posting, Map.of("postedOn", desk.today().toString()))).isEmpty();
        walk.jobs(project);
        assertThat(walk.open(household)).isEmpty();
        assertThat(log.of(household)).anySatisfy(change -> {
            assertThat(change.what()).isEqualTo("period.restarted");
            assertThat(change.reason()).isEqualTo("公示内容有误");
        });
        assertThat(log.firstBroken(household)).isEmpty();
    }

    /** A household whose posting ended, at the check that follows it. */
    private Step postedDaysAgo(int days) {
        Step posting = desk.open(project, "prelimReady", Map.of());
        submit(posting, Map.of("postedOn", desk.today().minusDays(days).toString()));
        walk.jobs(project);
        return walk.step(household, "step_closePosting");
    }

    private Step back(Step from, boolean restart) {
        String body = "{\"target\":\"step_postPreliminary\",\"reason\":\"公示内容有误\",\"restart\":%s}".formatted(restart);
        assertThat(desk.signedIn("cadre")
                        .call("POST", "/ui/steps/" + from.taskId() + "/return", body)
                        .statusCode())
                .isEqualTo(200);
        return walk.step(household, "step_postPreliminary");
    }

    private String passed(Step step) {
        return desk.signedIn("cadre")
                .call("GET", "/ui/steps/" + step.taskId() + "/entry", null)
                .body();
    }

    /** What the engine says to the submission, empty if it accepts it. */
    private String submit(Step step, Map<String, Object> values) {
        Browser cadre = desk.signedIn("cadre");
        int revision = entries.of(step).revision();
        assertThat(desk.save(cadre, step, walk.filled(step, values), revision).statusCode())
                .isEqualTo(200);
        var answer = cadre.call("POST", task(step) + "/complete", "{}");
        return answer.statusCode() < 300 ? "" : answer.body();
    }

    @Test
    void waitingForAnOutsiderIsRecordedAndEnded() {
        Step step = desk.open(project, null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        String waiting = "/ui/steps/" + step.taskId() + "/waiting";
        String tomorrow =
                "{\"party\":\"铁路方\",\"since\":\"%s\"}".formatted(desk.today().plusDays(1));
        assertThat(cadre.call("POST", waiting, tomorrow).statusCode()).isEqualTo(403);
        cadre.call("POST", waiting, "{\"party\":\"铁路方\",\"since\":\"%s\",\"letter\":\"函1\"}".formatted(desk.today()));
        assertThat(steps.of(step.taskId()).waitingParty()).isEqualTo("铁路方");
        cadre.call("DELETE", waiting, null);
        assertThat(steps.of(step.taskId()).waitingParty()).isNull();
    }

    @Test
    void aCitizensPeriodIsNeverShortened() {
        Step right = desk.open(project, "served", Map.of("reportServed", desk.today()));
        assertThatThrownBy(() -> steps.moveDue(right.taskId(), desk.today().plusDays(1), "快点"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(right.overdueOn(desk.today().plusYears(1))).isFalse();
    }

    @Test
    void aMovedDayMovesRowAndTaskAndKeepsTheOriginal() {
        Step step = desk.open(project, null, Map.of());
        LocalDate later = step.dueOn().plusDays(9);
        steps.moveDue(step.taskId(), later, "台风");
        Step moved = steps.of(step.taskId());
        assertThat(moved.dueOn()).isEqualTo(later);
        assertThat(moved.originalDueOn()).isEqualTo(step.dueOn());
        assertThat(desk.signedIn("cadre").call("GET", task(step), null).body()).contains(later.toString());
    }
}
