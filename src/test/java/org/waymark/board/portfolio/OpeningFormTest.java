package org.waymark.board.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.portfolio.PortfolioPagesTest.file;
import static org.waymark.board.portfolio.PortfolioPagesTest.form;
import static org.waymark.board.portfolio.PortfolioPagesTest.location;
import static org.waymark.board.portfolio.PortfolioPagesTest.said;
import static org.waymark.board.portfolio.PortfolioPagesTest.upload;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;

/** The whole plan of a project in the form, and two who open projects at the same moment. */
@WaymarkTest
class OpeningFormTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final String code = "WHOLE" + ++count;

    @Test
    void yearsQuantitiesNeedsAndStageAreOpenedFromTheForm() {
        projects.open(Walk.project(code + "-ON", "simple-project", null));
        Map<String, String> full = form(code);
        full.putAll(Map.of(
                "years.2021.investment", "700",
                "years.2021.target", "完成路基",
                "quantity.1.code", "road",
                "quantity.1.zh", "道路",
                "quantity.1.en", "Road",
                "quantity.1.unit", "公里",
                "quantity.1.planned", "3.5",
                "need.2.milestone", "milestone_acceptance",
                "need.2.wanted", code + "-ON milestone_works"));
        full.putAll(Map.of("stage", "works", "done.milestone_prepare", "2021-03-01"));
        Browser office = desk.signedIn("office");
        Map<String, String> bad = new LinkedHashMap<>(full);
        bad.put("quantity.1.code", "");
        bad.put("need.2.wanted", code + "-ON milestone_none");
        bad.put("done.milestone_works", "2021-03-01");
        String page = office.form("/projects/new", bad).body();
        assertThat(said(page, "quantity.1.code")).contains("不能作数量指标的代码");
        assertThat(said(page, "need.2.wanted")).contains("没有节点“milestone_none”");
        assertThat(said(page, "done.milestone_works")).contains("不能同时是已办");
        assertThat(projects.find(code)).isEmpty();

        var answer = office.form("/projects/new", full);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(projects.years(code)).singleElement().satisfies(year -> assertThat(year.target())
                .isEqualTo("完成路基"));
        assertThat(projects.quantities(code)).singleElement().satisfies(one -> assertThat(one.planned())
                .isEqualByComparingTo("3.5"));
        assertThat(projects.needsOf(code)).singleElement().satisfies(need -> assertThat(need.onMilestone())
                .isEqualTo("milestone_works"));
        assertThat(milestones.find(code, "milestone_prepare").orElseThrow().state())
                .isEqualTo(Milestone.State.IMPORTED);
        walk.jobs(code);
        assertThat(milestones.find(code, "milestone_works").orElseThrow().state())
                .isEqualTo(Milestone.State.OPEN);
    }

    @Test
    void whoConfirmsWhileAnotherImportIsUnderWayIsToldSo() {
        boolean h2 = !"postgres".equals(System.getProperty("waymark.test.database"));
        Browser office = desk.signedIn("office");
        String look = location(upload(office, file(code)));
        var second = new CompletableFuture<HttpResponse<String>>();
        transaction.executeWithoutResult(status -> {
            db.sql("select name from portfolio_lock for update")
                    .query(String.class)
                    .list();
            second.completeAsync(() -> office.form(look, Map.of()));
            if (h2) {
                second.join();
            }
        });
        // H2 gives up waiting after a while, PostgreSQL goes on when the first has ended
        assertThat(second.join().statusCode()).isEqualTo(h2 ? 409 : 302);
        assertThat(second.join().body().contains("另一次导入或新建项目正在进行")).isEqualTo(h2);
        assertThat(projects.find(code).isPresent()).isNotEqualTo(h2);
    }
}
