package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.step.Step;
import org.waymark.progress.Report.State;
import org.waymark.project.Projects;

/** The form of June's report: what stands in it at first, what is refused, what becomes of it. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class ReportFormTest {

    private static int count;

    @Autowired
    MonthDesk desk;

    @Autowired
    Desk http;

    @Autowired
    Walk walk;

    @Autowired
    Projects projects;

    @Autowired
    Reports reports;

    @Autowired
    FigureTable figures;

    @Autowired
    Engine engine;

    @Autowired
    ChangeLog log;

    private final String project = "RF-" + ++count;

    @BeforeEach
    void twoMonthsWereReported() {
        desk.project(project, "manager", "construction", LocalDate.of(2021, 1, 4));
        desk.quantity(project, "roadbed", "3.2");
        desk.reported(project, "2020-12", "900", "900", "5");
        desk.reported(project, "2021-04", "100", "80", "20");
        desk.reported(
                project,
                "2021-05",
                "250.5",
                "200",
                "32.5",
                matter(1, "管线迁改", LocalDate.of(2021, 6, 10), false),
                matter(2, "电力杆线", LocalDate.of(2021, 6, 30), true));
    }

    private Matter matter(int seq, String what, LocalDate limit, boolean solved) {
        return new Matter(project, seq, what, "供电公司", "city", limit, solved);
    }

    private Step june() {
        return desk.asked(project, "2021-06", State.REQUESTED);
    }

    @Test
    void whatIsKnownStandsInItAtFirst() {
        assertThat(walk.held(june()))
                .containsEntry("month", "2021-06")
                .containsEntry("lastInvested", "250.5")
                .containsEntry("yearBefore", "350.5")
                .containsEntry("recognisedBefore", "280")
                .containsEntry("lastPercent", "32.5")
                .containsEntry("problems", "雨天停工")
                .containsEntry("matter1", "管线迁改")
                .containsEntry("limit1", "2021-06-10")
                .containsEntry("solved1", "no")
                .containsKey("quantity1")
                .doesNotContainKeys("matter2", "quantity2", "invested");
    }

    @Test
    void aQuantityIsNamedInTheReadersLanguageOnly() {
        String path = "/ui/steps/" + june().taskId() + "/entry";
        assertThat(http.signedIn("manager", "en").call("GET", path, null).body())
                .contains("\"Roadbed (km, planned 3.2)\"");
        assertThat(http.signedIn("manager", "zh").call("GET", path, null).body())
                .contains("\"路基（km，计划 3.2）\"");
    }

    @Test
    void theCardSaysTheMonth() {
        String card = http.signedIn("manager", "en")
                .call("GET", "/ui/steps/" + june().taskId() + "/entry", null)
                .body();
        assertThat(card).contains("Report of 6/2021").contains("Test road " + project);
    }

    @Test
    void whatIsSubmittedBecomesTheReportsFirstFigures() {
        desk.submit(
                june(),
                Map.of(
                        "invested", "120.25",
                        "yearInvested", "470.75",
                        "recognised", "100",
                        "yearRecognised", "380",
                        "percent", "41",
                        "solved1", "yes",
                        "done1", "1.5"));
        Report report = reports.find(project, YearMonth.of(2021, 6)).orElseThrow();
        assertThat(report.state()).isEqualTo(State.REPORTED);
        assertThat(reports.versions(report)).singleElement().satisfies(one -> {
            assertThat(one.invested()).isEqualByComparingTo("120.25");
            assertThat(one.yearBefore()).isEqualByComparingTo("350.5");
            assertThat(one.percent()).isEqualByComparingTo("41");
            assertThat(one.afterLock()).isFalse();
        });
        assertThat(figures.unsolvedBefore(project, YearMonth.of(2021, 7))).isEmpty();
        assertThat(desk.quantitiesBefore(project, YearMonth.of(2021, 7)).get("roadbed"))
                .isEqualByComparingTo("1.5");
        assertThat(projects.quantities(project)).singleElement().satisfies(one -> assertThat(one.done())
                .isEqualByComparingTo("1.5"));
        assertThat(log.of(report.reportKey()))
                .extracting(ChangeLog.Recorded::what)
                .containsExactly("step.opened", "progress.opened", "step.done", "progress.reported");
    }

    @Test
    void theYearsSumIsHeldAgainstItsMonths() {
        refused(Map.of("yearInvested", "470"), "本年累计完成投资应为 470.5 万元（前几个月 350.5 + 本月 120），现为 470");
        refused(Map.of("yearRecognised", "1"), "本年累计纳统投资应为 380 万元");
    }

    @Test
    void moreRecognisedThanDoneNeedsAnExplanation() {
        Map<String, Object> more = Map.of("recognised", "121", "yearRecognised", "401");
        refused(more, "本月纳统投资 121 万元大于本月完成投资 120 万元");
    }

    @Test
    void progressThatFallsNeedsAnExplanation() {
        refused(Map.of("percent", "32.4"), "形象进度 32.4% 低于上次报送的 32.5%");
        assertThat(save(Map.of("percent", "32.4", "reason", "复核工程量")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMatterIsWholeOrNotThere() {
        refused(Map.of("matter2", "树木迁移", "level2", "town"), "第 2 件需协调事项没有填全");
        refused(Map.of("limit3", "2021-07-01"), "第 3 件需协调事项没有填全");
    }

    @Test
    void numbersAreNumbersAndQuantitiesThoseOfThePlan() {
        refused(Map.of("invested", "很多"), "本月完成投资（万元）");
        refused(Map.of("percent", "101"), "100");
        refused(Map.of("done2", "5"), "没有第 2 项工程量");
    }

    @Test
    void aReportAfterTheLockNeedsAReasonAndIsMarked() {
        Step march = desk.asked(project, "2021-03", State.REQUESTED);
        Map<String, Object> values = Map.of(
                "invested", "10", "yearInvested", "10", "recognised", "0", "yearRecognised", "0", "percent", "6");
        var refused = http.save(http.signedIn("manager"), march, desk.filled(march, values), 0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2021 年 3 月的月报已锁定");
        desk.submit(march, with(values, Map.of("reason", "漏报补报")));
        Report report = reports.find(project, YearMonth.of(2021, 3)).orElseThrow();
        assertThat(reports.versions(report).get(0).afterLock()).isTrue();
        assertThat(walk.held(june())).containsEntry("yearBefore", "360.5");
    }

    @Test
    void aSumThatIsNoLongerRightIsRefusedWhenItIsSubmitted() {
        assertThat(save(Map.of()).statusCode()).isEqualTo(200);
        desk.reported(project, "2021-03", "10", "0", "6");
        Step step = desk.step(project, "2021-06");
        assertThatThrownBy(() -> engine.complete(step.taskId())).isInstanceOf(Refused.class);
        assertThat(walk.open(step.instanceKey())).containsExactly("step_report");
    }

    private void refused(Map<String, Object> values, String sentence) {
        var answer = save(values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    private HttpResponse<String> save(Map<String, Object> values) {
        Step step = reports.find(project, YearMonth.of(2021, 6)).isPresent() ? desk.step(project, "2021-06") : june();
        Map<String, Object> right = Map.of(
                "invested",
                "120",
                "yearInvested",
                "470.5",
                "recognised",
                "100",
                "yearRecognised",
                "380",
                "percent",
                "40");
        Browser manager = http.signedIn("manager");
        return http.save(manager, step, desk.filled(step, with(right, values)), 0);
    }

    private static Map<String, Object> with(Map<String, Object> base, Map<String, Object> over) {
        var all = new HashMap<>(base);
        all.putAll(over);
        return all;
    }
}
