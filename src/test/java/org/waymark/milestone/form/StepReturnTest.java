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
        desk.save(cadre, survey, desk.filled(survey, Map.of("remark", "一楼")), 0);
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
