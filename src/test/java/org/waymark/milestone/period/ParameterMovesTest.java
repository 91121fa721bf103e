package org.waymark.milestone.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.parameter.Settling;
import org.waymark.engine.clock.ClockConfiguration;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** What a project settles counts for the periods that run: step, task and timer move with them, never against a citizen. */
@WaymarkTest
class ParameterMovesTest {

    private static final LocalDate SERVED = LocalDate.of(2021, 6, 15);
    private static final String PAPER = "芦政〔2021〕9号";
    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster opening;

    @Autowired
    Roster roster;

    @Autowired
    Settling settling;

    @Autowired
    PeriodMoves moves;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Desk desk;

    private String project;

    @BeforeEach
    void aHouseholdThatWasServedItsReport() {
        moves.all();
        project = "PARAM-" + ++count;
        projects.open(Walk.project(project));
        opening.open(project, List.of(Walk.household(1, "luxi", "served", Map.of("reportServed", SERVED))));
    }

    @Test
    void moreDaysMoveThePeriodItsStepItsTaskAndItsTimerAndTheLogSaysWhy() {
        settle("15");
        moves.all();
        assertThat(ledger.running(key(1), "HA-REVIEW-REQ").orElseThrow().dueOn())
                .isEqualTo("2021-06-30");
        Step step = step(1);
        assertThat(step.dueOn()).isEqualTo("2021-06-30");
        assertThat(step.originalDueOn()).isEqualTo("2021-06-25");
        Task task = tasks.createTaskQuery().taskId(step.taskId()).singleResult();
        assertThat(day(task.getDueDate().toInstant())).isEqualTo("2021-06-30");
        assertThat(day(management
                        .createJobQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .timers()
                        .singleResult()
                        .getDuedate()
                        .toInstant()))
                .isEqualTo("2021-07-01");
        assertThat(log.of(key(1)))
                .filteredOn(row -> row.what().equals("period.parameter"))
                .extracting(ChangeLog.Recorded::oldValue, ChangeLog.Recorded::newValue, ChangeLog.Recorded::reason)
                .containsExactly(tuple("2021-06-25", "2021-06-30", PAPER));
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("parameter.n"))
                .extracting(ChangeLog.Recorded::subject, ChangeLog.Recorded::oldValue, ChangeLog.Recorded::newValue)
                .containsExactly(tuple("HA-REVIEW-REQ", null, "15"));
        assertThat(desk.signedIn("cadre")
                        .page("/projects/" + project + "/objects/H-0001")
                        .body())
                .as("how it is counted")
                .contains("起算15日");
        assertThat(log.firstBroken(key(1))).isEmpty();
        assertThat(log.firstBroken(project)).isEmpty();
    }

    @Test
    void fewerDaysAgainTakeNothingFromACitizenWhosePeriodRuns() {
        settle("15");
        moves.all();
        settle("12");
        moves.all();
        assertThat(step(1).dueOn()).isEqualTo("2021-06-30");
        roster.add(project, "household", List.of(Walk.household(2, "luxi", "served", Map.of("reportServed", SERVED))));
        opening.openRequested();
        assertThat(step(2).dueOn()).as("one that begins now").isEqualTo("2021-06-28");
    }

    @Test
    void theOfficeSettlesItOnItsPageAndEverybodyReadsIt() {
        String page = "/projects/" + project + "/parameters";
        Browser cadre = desk.signedIn("cadre");
        assertThat(cadre.page(page).body()).contains("项目参数").doesNotContain("name=\"setting\"");
        Map<String, String> typed =
                Map.of("which", "HA-REVIEW-REQ/N", "setting", "9", "reason", "方案<b>", "document", PAPER, "section", "");
        assertThat(cadre.submit("/projects/" + project, page, typed).statusCode())
                .isEqualTo(403);
        Browser office = desk.signedIn("office");
        var refused = office.submit(page, page, typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("不能少于10：这是浙江省国有土地上房屋征收与补偿条例第十九条")
                .contains("方案&lt;b&gt;")
                .contains(PAPER);
        var again = new java.util.HashMap<>(typed);
        again.put("setting", "15");
        assertThat(office.submit(page, page, again).statusCode()).isEqualTo(302);
        assertThat(cadre.page(page).body()).contains("<span>15</span>").contains(PAPER);
        assertThat(desk.signedIn("cadre", "en").page(page).body()).contains("Project parameters");
        assertThat(cadre.page("/projects/" + project).body()).contains(page);
        assertThat(cadre.page("/deadlines/rules/HA-REVIEW-REQ").body()).contains(page);
        assertThat(office.page("/projects/NONE/parameters").statusCode()).isEqualTo(404);
    }

    private void settle(String n) {
        settling.settle(project, "HA-REVIEW-REQ", Parameter.N, "", n, null, "方案载明", PAPER, "office");
    }

    private Step step(int number) {
        return steps.ofInstance(key(number)).get(0);
    }

    private String key(int number) {
        return "%s:H-%04d:appraisal:1".formatted(project, number);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ClockConfiguration.ZONE);
    }
}
