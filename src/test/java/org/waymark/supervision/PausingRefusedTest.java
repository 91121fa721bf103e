package org.waymark.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.supervision.SitePermit.as;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.milestone.step.Step;
import org.waymark.project.life.Stops;

/** What is refused when a period is to stand still or to go on, and with which sentence. */
@WaymarkTest
class PausingRefusedTest {

    @Autowired
    Pausing pausing;

    @Autowired
    SitePermit permit;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Stops stops;

    @Autowired
    Desk desk;

    private String project;

    @BeforeEach
    void aParkThatWaitsForItsPermit() {
        project = permit.open();
    }

    @Test
    void aDayThatDoesNotFitIsRefusedWithASentence() {
        assertThatThrownBy(() -> pause("2021-05-31")).hasMessageContaining("早于起算日2021-06-01");
        assertThatThrownBy(() -> pause("2021-06-16")).hasMessageContaining("还没有到");
        assertThatThrownBy(() -> resume("2021-06-10")).hasMessageContaining("没有中止计时");
        pause("2021-06-08");
        assertThatThrownBy(() -> pause("2021-06-09")).hasMessageContaining("已自2021-06-08起中止计时");
        assertThatThrownBy(() -> resume("2021-06-07")).hasMessageContaining("早于中止日期2021-06-08");
        resume("2021-06-11");
        assertThatThrownBy(() -> pause("2021-06-10")).hasMessageContaining("请填2021-06-11或以后的日期");
        pause("2021-06-11");
        assertThat(permit.period(project).state()).isEqualTo(State.PAUSED);
    }

    @Test
    void reasonAndDocumentAreAsked() {
        String task = permit.step(project).taskId();
        LocalDate day = LocalDate.parse("2021-06-08");
        assertThatThrownBy(() -> as("manager", () -> pausing.pause(task, day, " ", "1号")))
                .hasMessage("请写明理由。");
        assertThatThrownBy(() -> as("manager", () -> pausing.pause(task, day, "补正", null)))
                .hasMessage("请填写文号。");
        assertThatThrownBy(() -> as("manager", () -> pausing.pause(task, null, "补正", "1号")))
                .hasMessageContaining("请填写日期");
        assertThat(permit.period(project).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aCitizensPeriodIsNeverPaused() {
        Step step = desk.open("H" + project, "served", Map.of("reportServed", LocalDate.parse("2021-06-15")));
        assertThatThrownBy(() -> pause(step.taskId(), "2021-06-15")).hasMessageContaining("任何人不得中止");
        assertThat(ledger.running(step.instanceKey(), step.ruleCode()))
                .map(LegalPeriod::state)
                .contains(State.RUNNING);
    }

    @Test
    void aStepDueByWorkingDaysHasNoPeriodToPause() {
        Step step = desk.open("W" + project, null, Map.of());
        assertThatThrownBy(() -> pause(step.taskId(), "2021-06-15")).hasMessageContaining("没有法定办理时限");
    }

    @Test
    void nothingOfASuspendedProjectIsPaused() {
        as("office", () -> stops.suspend(project, "资金未到位", "芦政〔2021〕3号"));
        assertThatThrownBy(() -> pause("2021-06-08")).hasMessageContaining("不在进行中");
    }

    private void pause(String day) {
        pause(permit.step(project).taskId(), day);
    }

    private void pause(String task, String day) {
        as("manager", () -> pausing.pause(task, LocalDate.parse(day), "补正材料", "芦自然资〔2021〕9号"));
    }

    private void resume(String day) {
        String task = permit.step(project).taskId();
        as("manager", () -> pausing.resume(task, LocalDate.parse(day), "材料已补正", "芦自然资〔2021〕10号"));
    }
}
