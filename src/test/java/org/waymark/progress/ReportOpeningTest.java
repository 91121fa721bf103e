package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Projects;

/** From June to October with two nodes: the 20th, a 20th nobody was there, two months nobody was there. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=monthlyopening")
class ReportOpeningTest {

    private static final String ROAD = "ROAD";
    private static final String NOBODYS = "ROAD-B";
    private static final String PARK = "PARK";

    @Autowired
    ReportOpening opening;

    @Autowired
    ReportTable table;

    @Autowired
    MonthDesk desk;

    @Autowired
    Projects projects;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    @Test
    void reportsAreAskedForOnTheTwentiethOnceWhateverHappens() {
        LocalDate adopted = LocalDate.of(2021, 6, 15);
        desk.project(ROAD, "manager", "construction", adopted);
        desk.project(NOBODYS, "gone", "construction", adopted);
        desk.project("STOPPED", "manager", "hsr", adopted);
        db.sql("update project set state = 'SUSPENDED' where code = 'STOPPED'").update();
        projects.open(Walk.project("HOUSES"));
        projects.open(with(Walk.project(PARK), Plan.of("park")));

        onTheFirstDayNothingIsOwedForTheMonthBefore();
        twoNodesOpenJuneOnce();
        aProjectOpenedAfterwardsIsAskedInItsFirstMonth();
        afterADayWithoutAnybodyJulyIsOpened();
        ofThreeMonthsAtOnceOnlyTheNewestIsOpened();
        aReportEndsWithItsProject();
    }

    private void onTheFirstDayNothingIsOwedForTheMonthBefore() {
        assertThat(opening.ask()).isZero();
        moveTo("2021-06-19", 23);
        assertThat(opening.ask()).isZero();
        assertThat(opening.chunk()).isZero();
        assertThat(states(ROAD)).isEmpty();
    }

    private void twoNodesOpenJuneOnce() {
        moveTo("2021-06-20", 0);
        assertThat(Together.run(List.of(opening::ask, opening::ask))).isEqualTo(3);
        assertThat(Together.run(List.of(opening::chunk, opening::chunk))).isEqualTo(3);
        assertThat(opening.ask() + opening.chunk()).isZero();

        Step step = desk.step(ROAD, "2021-06");
        assertThat(step.project()).isEqualTo(ROAD);
        assertThat(step.assignee()).isEqualTo("manager");
        assertThat(step.candidateGroup()).isEqualTo("managers");
        assertThat(step.dueOn()).isEqualTo("2021-06-25");
        assertThat(step.overdueOn(LocalDate.of(2021, 6, 25))).isFalse();
        assertThat(step.overdueOn(LocalDate.of(2021, 6, 26))).isTrue();
        assertThat(desk.step(NOBODYS, "2021-06").assignee()).isNull();
        assertThat(steps.ofInstance(MonthDesk.key(PARK, "2021-06"))).hasSize(1);
        assertThat(states("HOUSES")).isEmpty();
        assertThat(states("STOPPED")).isEmpty();
        assertThat(log.of("progress:2021-06")).singleElement().satisfies(change -> assertThat(change.newValue())
                .isEqualTo("3"));
    }

    private void aProjectOpenedAfterwardsIsAskedInItsFirstMonth() {
        moveTo("2021-06-22", 9);
        desk.project("NEW", "manager", "hsr", LocalDate.of(2021, 6, 22));
        assertThat(opening.ask()).isZero();
    }

    private void afterADayWithoutAnybodyJulyIsOpened() {
        moveTo("2021-07-22", 9);
        assertThat(opening.ask()).isEqualTo(4);
        assertThat(opening.chunk()).isEqualTo(4);
        assertThat(desk.step(ROAD, "2021-07").dueOn()).isEqualTo("2021-07-25");
        assertThat(states(ROAD)).containsExactly("2021-06 OPEN", "2021-07 OPEN");
    }

    private void ofThreeMonthsAtOnceOnlyTheNewestIsOpened() {
        moveTo("2021-10-20", 9);
        assertThat(Together.run(List.of(opening::ask, opening::ask))).isEqualTo(4);
        assertThat(opening.chunk()).isEqualTo(4);
        assertThat(states(ROAD))
                .containsExactly("2021-06 OPEN", "2021-07 OPEN", "2021-08 MISSED", "2021-09 MISSED", "2021-10 OPEN");
        assertThat(log.of("progress:2021-09")).singleElement().satisfies(change -> assertThat(change.what())
                .isEqualTo("progress.missed"));
    }

    private void aReportEndsWithItsProject() {
        projects.cancel(PARK, "规划调整");
        assertThat(states(PARK))
                .containsExactly("2021-06 ENDED", "2021-07 ENDED", "2021-08 MISSED", "2021-09 MISSED", "2021-10 ENDED");
        assertThat(steps.ofInstance(MonthDesk.key(PARK, "2021-10")))
                .extracting(Step::state)
                .containsExactly(Step.State.DROPPED);
        projects.close("NEW");
        assertThat(states("NEW")).last().isEqualTo("2021-10 ENDED");
        assertThat(log.firstBroken(MonthDesk.key("NEW", "2021-10"))).isEmpty();
    }

    private List<String> states(String project) {
        return table.months().stream()
                .sorted()
                .flatMap(month -> table.find(project, month).stream())
                .map(report -> report.month() + " " + report.state())
                .toList();
    }

    private void moveTo(String day, int hour) {
        clock.moveTo(LocalDate.parse(day)
                .atTime(hour, 1)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant());
    }

    private static Opening with(Opening one, Plan plan) {
        return new Opening(
                one.code(),
                one.template(),
                one.nameZh(),
                one.nameEn(),
                one.leader(),
                one.manager(),
                one.unit(),
                one.startsOn(),
                one.targetOn(),
                one.stage(),
                one.imported(),
                one.planned(),
                plan);
    }
}
