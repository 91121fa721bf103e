package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.standing.Closing;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.progress.Report.State;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** A report is submitted at the moment its project ends: neither undoes the other, and nothing is left open. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class ReportRaceTest {

    private static int count;

    @Autowired
    MonthDesk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Entries entries;

    @Autowired
    Projects projects;

    @Autowired
    Closing closing;

    @Autowired
    Reports reports;

    @Autowired
    ReportListener listener;

    @Autowired
    Engine engine;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final String project = "RACE-" + ++count;
    private Step june;

    @BeforeEach
    void aReportIsFilledIn() {
        desk.project(project, "manager", "construction", LocalDate.of(2021, 1, 4));
        desk.quantity(project, "roadbed", "3.2");
        june = desk.asked(project, "2021-06", State.REQUESTED);
        transaction.executeWithoutResult(status -> writeInTheProjectsLog());
    }

    @Test
    void aReportThatFindsItsProjectCancelledIsRefusedAndEnds() {
        fill(Map.of());
        List<Throwable> failures = overlapping(this::lockTheStep, this::cancel, this::submit);
        assertThat(failures.get(0)).isInstanceOf(Refused.class);
        assertThat(failures.get(1)).isNull();
        assertThat(report().state()).isEqualTo(State.ENDED);
        assertThat(log.of(june.instanceKey())).last().satisfies(change -> {
            assertThat(change.what()).isEqualTo("progress.ended");
            assertThat(change.reason()).isEqualTo("规划调整");
        });
        ended(Project.State.CANCELLED);
    }

    @Test
    void aProjectIsCancelledWhileItsReportIsSubmitted() {
        fill(Map.of("done1", "1.5"));
        assertThat(overlapping(this::writeInTheProjectsLog, this::submit, this::cancel))
                .containsOnlyNulls();
        assertThat(report().state()).isEqualTo(State.REPORTED);
        ended(Project.State.CANCELLED);
    }

    @Test
    void aProcessComesToItsEndWhileItsReportIsSubmitted() {
        fill(Map.of("done1", "1.5"));
        assertThat(overlapping(this::writeInTheProjectsLog, this::submit, () -> projects.close(project)))
                .containsOnlyNulls();
        assertThat(report().state()).isEqualTo(State.REPORTED);
        ended(Project.State.CLOSED);
    }

    @Test
    void whatANodeLeftBehindIsEndedByTheNextRunAndIsInTheLog() {
        db.sql("update project set state = 'CANCELLED' where code = ?")
                .params(project)
                .update();
        listener.endOwed();
        assertThat(report().state()).isEqualTo(State.ENDED);
        assertThat(log.of(june.instanceKey())).last().satisfies(change -> assertThat(change.what())
                .isEqualTo("progress.ended"));
        ended(Project.State.CANCELLED);
    }

    @Test
    void aReportThatIsOwedHindersNobodyFromClosingTheProject() {
        assertThat(closing.stillOpen(project).stepCount()).isZero();
        closing.close(project, "已竣工验收");
        assertThat(report().state()).isEqualTo(State.ENDED);
        ended(Project.State.CLOSED);
    }

    private List<Throwable> overlapping(Runnable first, Runnable second, Runnable then) {
        return Together.overlapping(transaction, db, first, second, then);
    }

    private void fill(Map<String, Object> more) {
        var fields = desk.filled(
                june,
                Map.of(
                        "invested", "10",
                        "yearInvested", "10",
                        "recognised", "0",
                        "yearRecognised", "0",
                        "percent", "6"));
        fields.putAll(more);
        entries.save(june.taskId(), fields, 0, false, june.assignee());
    }

    private void lockTheStep() {
        steps.lockOpen(june.instanceKey());
    }

    /** As whoever ends it has done before its reports are looked at. */
    private void writeInTheProjectsLog() {
        log.add(new Change(project, "test.first", project, null, null, null, LocalDate.of(2021, 6, 22)));
    }

    private void submit() {
        engine.complete(june.taskId());
    }

    private void cancel() {
        projects.cancel(project, "规划调整");
    }

    private void ended(Project.State state) {
        assertThat(projects.find(project).orElseThrow().state()).isEqualTo(state);
        assertThat(walk.open(june.instanceKey())).isEmpty();
    }

    private Report report() {
        return reports.find(project, YearMonth.of(2021, 6)).orElseThrow();
    }
}
