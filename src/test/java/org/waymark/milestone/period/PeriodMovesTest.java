package org.waymark.milestone.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.calendar.Notice;
import org.waymark.calendar.Notice.Days;
import org.waymark.calendar.Notices;
import org.waymark.calendar.WorkCalendar;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.engine.Engine;
import org.waymark.engine.clock.ClockConfiguration;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** A notice or a corrected day moves the period, its step, its task and its timer together. */
@WaymarkTest
class PeriodMovesTest {

    private static final LocalDate SERVED = LocalDate.of(2021, 6, 15);
    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Roster objects;

    @Autowired
    PeriodMoves moves;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Notices notices;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Anchors anchors;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Engine engine;

    @Autowired
    JdbcClient db;

    private String project;
    private String household;

    @BeforeEach
    void aHouseholdThatWasServedItsReport() {
        moves.all();
        project = "MOVES-" + ++count;
        household = project + ":H-0001:appraisal:1";
        projects.open(Walk.project(project));
        roster.open(project, List.of(Walk.household(1, "luxi", "served", Map.of("reportServed", SERVED))));
    }

    @AfterEach
    void withoutTheNotice() {
        db.sql("delete from calendar_notice_day").update();
        db.sql("delete from calendar_notice").update();
        calendar.refresh();
    }

    @Test
    void aPeriodRunsFromTheMomentItsStepOpens() {
        assertThat(ledger.of(household))
                .extracting(LegalPeriod::rule, LegalPeriod::anchorOn, LegalPeriod::dueOn, LegalPeriod::state)
                .containsExactly(tuple("HA-REVIEW-REQ", SERVED, LocalDate.of(2021, 6, 25), State.RUNNING));
    }

    @Test
    void aNoticeMovesThePeriodItsStepItsTaskAndItsTimer() {
        publish(off("2021-06-25"));
        moves.all();

        LocalDate monday = LocalDate.of(2021, 6, 28);
        LegalPeriod period = period();
        assertThat(period.dueOn()).isEqualTo(monday);
        assertThat(period.originalDueOn()).isEqualTo("2021-06-25");
        assertThat(period.moved()).isEqualTo(1);
        assertThat(step().dueOn()).isEqualTo(monday);
        assertThat(step().originalDueOn()).isEqualTo("2021-06-25");
        assertThat(day(task().getDueDate().toInstant())).isEqualTo("2021-06-28T23:59:59+08:00");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(step().taskId())
                        .singleResult()
                        .getDueDate())
                .isEqualTo(task().getDueDate());
        assertThat(day(timer().getDuedate().toInstant())).isEqualTo("2021-06-29T00:00+08:00");
        assertThat(log.of(household))
                .filteredOn(row -> row.what().equals("period.notice"))
                .extracting(ChangeLog.Recorded::oldValue, ChangeLog.Recorded::newValue)
                .containsExactly(tuple("2021-06-25", "2021-06-28"));
        assertThat(log.firstBroken(household)).isEmpty();
    }

    @Test
    void theLogNamesTheNoticeThatMovedItAndNoLaterOne() {
        publish(off("2021-06-25"));
        notices.publish(new Notice(LocalDate.of(2021, 6, 14), "later", "office", List.of(off("2021-09-01"))));
        moves.all();
        assertThat(log.of(household))
                .filteredOn(row -> row.what().equals("period.notice"))
                .extracting(ChangeLog.Recorded::reason)
                .containsExactly("2021-06-10");
    }

    @Test
    void aCitizensPeriodMovesWhileTheProjectStandsStill() {
        engine.suspendSome(project, true, 100);
        publish(off("2021-06-25"));
        moves.all();
        assertThat(step().dueOn()).isEqualTo("2021-06-28");
        assertThat(day(task().getDueDate().toInstant())).isEqualTo("2021-06-28T23:59:59+08:00");
        assertThat(day(timer().getDuedate().toInstant())).isEqualTo("2021-06-29T00:00+08:00");
    }

    @Test
    void lookedAtAgainNothingMoves() {
        publish(off("2021-06-25"));
        moves.all();
        moves.all();
        assertThat(period().moved()).isEqualTo(1);
    }

    @Test
    void aNoticeNeverShortensACitizensPeriod() {
        publish(off("2021-06-25"));
        moves.all();
        withoutTheNotice();
        db.sql("update legal_period set computed_with = 0").update();
        moves.all();
        assertThat(period().dueOn()).isEqualTo("2021-06-28");
        assertThat(step().dueOn()).isEqualTo("2021-06-28");
    }

    @Test
    void aCorrectedDayOfServiceMovesTheDayToo() {
        anchors.record(household, "reportServed", LocalDate.of(2021, 6, 17), null, "cadre");
        moves.all();
        assertThat(step().dueOn()).isEqualTo("2021-06-28"); // 27 June is a Sunday
        assertThat(log.of(household)).extracting(ChangeLog.Recorded::what).contains("period.anchor");
    }

    @Test
    void aStepThatFailsHoldsUpNoOther() {
        objects.add(project, "household", List.of(Walk.household(2, "luxi", "served", Map.of("reportServed", SERVED))));
        roster.openRequested();
        db.sql("update legal_period set rule = 'XX-NONE' where instance_key = ?")
                .params(household)
                .update();
        publish(off("2021-06-25"));
        moves.all();
        assertThat(steps.ofInstance(project + ":H-0002:appraisal:1"))
                .extracting(Step::dueOn)
                .containsExactly(LocalDate.of(2021, 6, 28));
        db.sql("update legal_period set rule = 'HA-REVIEW-REQ' where instance_key = ?")
                .params(household)
                .update();
        moves.all();
        assertThat(step().dueOn()).isEqualTo("2021-06-28");
    }

    private void publish(Days... days) {
        List<Days> all = new ArrayList<>(List.of(days));
        notices.publish(new Notice(LocalDate.of(2021, 6, 10), "test", "office", all));
    }

    private static Days off(String day) {
        return new Days(LocalDate.parse(day), LocalDate.parse(day), false, "test");
    }

    private LegalPeriod period() {
        return ledger.running(household, "HA-REVIEW-REQ").orElseThrow();
    }

    private Step step() {
        return steps.ofInstance(household).get(0);
    }

    private Task task() {
        return tasks.createTaskQuery().taskId(step().taskId()).singleResult();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(task().getProcessInstanceId())
                .timers()
                .singleResult();
    }

    private static OffsetDateTime day(java.time.Instant moment) {
        return moment.atZone(ClockConfiguration.ZONE).toOffsetDateTime();
    }
}
