package org.waymark.board.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.need.WaitingDiagram;
import org.waymark.milestone.plan.Proposals;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;

/** Pages on the plan, on amounts, on what waits for what, and on the year's turn. */
@WaymarkTest
class PlanPagesTest {

    private static final String SECOND = "milestone_second";

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Proposals proposals;

    @Autowired
    Engine engine;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String project = "PLANPAGE-" + key;
    private final String waiting = "WAITING-" + key;
    private LocalDate later;

    @BeforeEach
    void aProjectAnotherWaitsFor() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                project, List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
        projects.open(WaitingDiagram.project(
                waiting,
                List.of(),
                new Need(waiting, "milestone_first", project, null, "places", new BigDecimal("60"), null)));
        walk.jobs(project);
        later = planned().plusDays(20);
    }

    @Test
    void theManagerProposesAndALeaderSignsOff() {
        Browser manager = desk.signedIn("manager");
        assertThat(manager.page("/projects/" + project).body())
                .contains("/plan")
                .doesNotContain("/life/cancel");
        var sent = manager.submit(plan(), plan(), Map.of("day." + SECOND, later.toString(), "reason", "雨季影响施工"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        long id = proposals.of(project).get(0).id();
        assertThat(planned()).isNotEqualTo(later);

        Browser leader = desk.signedIn("leader");
        assertThat(leader.page("/board").body()).contains("待您审批的计划调整").contains(plan() + "/" + id);
        assertThat(manager.page("/board").body()).doesNotContain("待您审批的计划调整");
        assertThat(manager.submit(plan() + "/" + id, plan() + "/" + id, Map.of("verb", "approve"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(leader.page(plan() + "/" + id).body())
                .contains("雨季影响施工")
                .contains(later.toString())
                .contains("<dt>年度</dt>")
                .contains("class=\"plain\">不同意<");
        var unsure = leader.submit(plan() + "/" + id, plan() + "/" + id, Map.of("verb", "approve"));
        assertThat(unsure.statusCode()).isEqualTo(400);
        assertThat(unsure.body()).contains("请先勾选");
        assertThat(planned()).isNotEqualTo(later);
        assertThat(answer(leader, id, "refuse").body()).contains("不同意须写明意见");
        assertThat(answer(leader, id, "approve").statusCode()).isEqualTo(302);
        assertThat(planned()).isEqualTo(later);
        assertThat(leader.page("/projects/" + project).body())
                .contains("调整 1 次")
                .contains("第 1 版");
        assertThat(leader.page(plan() + "/" + id).body()).contains("<dt>年度和版本</dt>");
        var again = answer(leader, id, "approve");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("已经同意");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "cadre", "land"})
    void othersNeitherProposeNorReport(String who) {
        Browser browser = desk.signedIn(who);
        assertThat(browser.page(plan()).statusCode()).isEqualTo(403);
        assertThat(browser.submit(
                                "/projects/" + project,
                                plan(),
                                Map.of("day." + SECOND, later.toString(), "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.page(places()).statusCode()).isEqualTo(403);
        assertThat(report(browser, "50").statusCode()).isEqualTo(403);
        assertThat(browser.page("/carry-over").statusCode()).isEqualTo(403);
        assertThat(proposals.of(project)).isEmpty();
    }

    @Test
    void aSuspensionIsFilledIntoTheForm() {
        String page = desk.signedIn("manager").page(plan() + "?shift=45").body();
        assertThat(page)
                .contains("已按中止的 45 天顺延填好")
                .contains(planned().plusDays(45).toString());
    }

    @Test
    void aDayThatIsNoneIsSaid() {
        var answer =
                desk.signedIn("manager").submit(plan(), plan(), Map.of("day." + SECOND, "2021-02-30", "reason", "雨季"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("日期不对").contains("雨季");
    }

    @Test
    void anAmountReportedIsShownToWhoWaitsForIt() {
        Browser manager = desk.signedIn("manager");
        assertThat(manager.page("/projects/" + waiting).body())
                .contains("墓穴 0 / 60 穴")
                .contains("等待中");
        assertThat(manager.page("/projects/" + project).body()).contains("被等待").contains(waiting);
        assertThat(report(manager, "75.5").statusCode()).isEqualTo(302);
        assertThat(projects.quantities(project).get(0).done()).isEqualByComparingTo("75.5");
        assertThat(manager.page("/projects/" + waiting).body())
                .contains("墓穴 75.5 / 60 穴")
                .contains("已满足")
                .contains("2021-06-15 起");
        assertThat(report(manager, "75.5").statusCode()).as("clicked twice").isEqualTo(302);
        assertThat(report(manager, "viel").body()).contains("请填写数字");
        assertThat(report(manager, "-3").body()).contains("应为不小于 0 的数");
    }

    @Test
    void theOfficeReadsWhatWaitsInVain() {
        projects.cancel(project, "规划调整");
        assertThat(desk.signedIn("office").page("/board").body())
                .contains("等不到的等待关系")
                .contains("/projects/" + waiting);
        assertThat(desk.signedIn("cadre").page("/board").body()).doesNotContain("等不到的等待关系");
        assertThat(desk.signedIn("leader", "en").page("/projects/" + waiting).body())
                .contains("Never to be met");
    }

    @Test
    void beforeDecemberTheYearsTurnIsNotYet() {
        Browser office = desk.signedIn("office");
        assertThat(office.page("/carry-over?year=2021").body())
                .contains("2021-12-01 起才能办理")
                .doesNotContain("结转选中的项目");
        var refused = office.submit("/carry-over?year=2021", "/carry-over", Map.of("year", "2021", "chosen", project));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("2021-12-01 起才能办理");
        assertThat(projects.years(project)).isEmpty();
    }

    @Test
    void theYearBeforeIsCarriedOverWithWhatWasTyped() {
        Browser office = desk.signedIn("office");
        var sent = office.submit(
                "/carry-over?year=2020",
                "/carry-over",
                Map.of(
                        "year",
                        "2020",
                        "chosen",
                        project,
                        "investment." + project,
                        "1,250.5",
                        "target." + project,
                        "完成 60 穴"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(projects.years(project)).singleElement().satisfies(year -> assertThat(year.investment())
                .isEqualByComparingTo("1250.5"));
        assertThat(office.page("/projects/" + project).body())
                .contains("1,250.5")
                .contains("完成 60 穴");
        assertThat(office.page("/carry-over?year=2020").body()).contains("已结转");
    }

    private HttpResponse<String> report(Browser browser, String total) {
        return browser.submit(
                "/projects/" + project,
                places(),
                Map.of("total", total, "day", "2021-06-15", "document", "验收单1号", "reason", ""));
    }

    private HttpResponse<String> answer(Browser leader, long id, String verb) {
        String page = plan() + "/" + id;
        return leader.submit(page, page, Map.of("verb", verb, "sure", "yes", "answer", ""));
    }

    private LocalDate planned() {
        return milestones.find(project, SECOND).orElseThrow().plannedOn();
    }

    private String plan() {
        return "/projects/" + project + "/plan";
    }

    private String places() {
        return "/projects/" + project + "/quantities/places";
    }
}
