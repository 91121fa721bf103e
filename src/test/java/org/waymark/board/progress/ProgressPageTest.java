package org.waymark.board.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.progress.Posted.post;
import static org.waymark.board.progress.Posted.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.progress.Matter;
import org.waymark.progress.MonthDesk;
import org.waymark.progress.Report.State;

/** The pages of monthly reports over HTTP, on 22 June 2021. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class ProgressPageTest {

    private static int count;

    @Autowired
    MonthDesk desk;

    @Autowired
    Desk http;

    @Autowired
    ChangeLog log;

    @Autowired
    JdbcClient db;

    private final int number = ++count;
    private final String unit = "unit" + number;
    private final String road = "PP-ROAD-" + number;
    private final String river = "PP-RIVER-" + number;

    @BeforeEach
    void twoProjectsOfAUnitOfTheirOwn() {
        desk.project(road, "manager", unit, LocalDate.of(2021, 1, 4));
        desk.project(river, "cadre", unit, LocalDate.of(2021, 1, 4));
        desk.plan(road, 2021, "1000");
        desk.reported(road, "2021-04", "100", "80", "20");
    }

    private void inMay() {
        desk.reported(
                road,
                "2021-05",
                "250.5",
                "200",
                "32.5",
                new Matter(road, 1, "管线迁改", "供电公司", "city", LocalDate.of(2021, 6, 10), false),
                new Matter(road, 2, "弃土场选址", "建设办", "town", LocalDate.of(2021, 6, 1), true));
        desk.asked(river, "2021-05", State.MISSED);
    }

    @Test
    void theSheetShowsWhoReportedAndTheSums() {
        inMay();
        Document page = sheet("leader", "2021-05");
        assertThat(figures(page)).containsExactly("2", "1", "0", "0", "0", "1");
        assertThat(row(page, road).text()).contains("已报", "250.50", "350.50", "1,000", "35.1%", "32.5%", "雨天停工");
        assertThat(row(page, river).text()).contains("漏报").doesNotContain("0.00");
        assertThat(page.select("tfoot").text()).contains("250.50", "350.50", "35.1%", "280.00");
        assertThat(page.text())
                .contains("管线迁改")
                .contains("逾期未解决")
                .contains("市级（玉环）")
                .contains("已解决");
    }

    @Test
    void whatIsAskedForAndNotDueIsStillToCome() {
        desk.asked(road, "2021-06", State.REQUESTED);
        assertThat(figures(sheet("office", "2021-06"))).containsExactly("1", "0", "0", "1", "0", "0");
    }

    @Test
    void managersSeeTheirOwnAndOthersNothing() {
        inMay();
        Document page = sheet("manager", "2021-05");
        assertThat(page.select("tbody tr").text()).contains(road).doesNotContain(river);
        assertThat(http.signedIn("appraiser").page("/progress").statusCode()).isEqualTo(403);
        assertThat(http.signedIn("manager").page("/progress/2021-05/" + river).statusCode())
                .isEqualTo(403);
        assertThat(http.signedIn("appraiser").page("/board").body()).doesNotContain("href=\"/progress\"");
        assertThat(http.signedIn("leader").page("/board").body()).contains("href=\"/progress\"");
    }

    @Test
    void theWordsAreInTheReadersLanguage() {
        inMay();
        String english = Jsoup.parse(http.signedIn("leader", "en")
                        .page("/progress?month=2021-05&unit=" + unit)
                        .body())
                .select("main h1, main h2, main th, main label, main .figures, main .lamp")
                .text();
        assertThat(english).contains("Report of 5/2021", "Missed", "Year to date");
        assertThat(english).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void aCorrectionAfterTheLockNeedsAReasonAndLeavesTheOldFigureInSight() {
        inMay();
        Browser manager = http.signedIn("manager");
        String address = "/progress/2021-04/" + road;
        var typed = values("version", "1", "invested", "90", "recognised", "80", "percent", "20", "scene", "路基");
        var refused = post(manager, address, address, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2021 年 4 月的月报已锁定").contains("value=\"90\"");

        typed.put("reason", "审计核减");
        assertThat(post(manager, address, address, typed).statusCode()).isEqualTo(302);
        Document page = Jsoup.parse(manager.page(address).body());
        assertThat(page.select("tr.open").text()).contains("90.00", "审计核减", "锁定后更正", "项目负责人");
        assertThat(page.select("tr.old").text()).contains("第 1 版（原数）", "100.00");
        assertThat(log.of(MonthDesk.key(road, "2021-04"))).last().satisfies(change -> {
            assertThat(change.what()).isEqualTo("progress.corrected");
            assertThat(change.oldValue()).isEqualTo("100 / 80 / 20%");
            assertThat(change.newValue()).isEqualTo("90 / 80 / 20%");
            assertThat(change.who()).isEqualTo("manager");
        });
        assertThat(row(sheet("leader", "2021-05"), road).text()).contains("340.50", "报送时为 350.50", "34.1%");
    }

    @Test
    void aCorrectionSeesTheVersionItCorrects() {
        Browser office = http.signedIn("office");
        String address = "/progress/2021-04/" + road;
        var typed = values(
                "version", "1", "invested", "90", "recognised", "80", "percent", "20", "scene", "路基", "reason", "核减");
        assertThat(post(office, address, address, typed).statusCode()).isEqualTo(302);
        assertThat(post(office, address, address, typed).body()).contains("有人已先更正了这份月报");
    }

    @Test
    void badFiguresAreNamed() {
        String address = "/progress/2021-04/" + road;
        Browser office = http.signedIn("office");
        var typed = values("version", "1", "invested", "abc", "recognised", "80", "percent", "20", "scene", "路基");
        assertThat(post(office, address, address, typed).body()).contains("“本月完成投资（万元）”应为数字，现为“abc”");
        typed.put("invested", "1e-999999999");
        assertThat(post(office, address, address, typed).body()).contains("小数最多 4 位");
        typed.put("invested", "100");
        typed.put("percent", "101");
        assertThat(post(office, address, address, typed).body()).contains("应在 0 至 100 之间");
        typed.put("percent", "20");
        typed.put("scene", " ");
        assertThat(post(office, address, address, typed).body()).contains("请填写“形象进度描述”");
    }

    @Test
    void othersCorrectNothing() {
        String address = "/progress/2021-04/" + road;
        Browser leader = http.signedIn("leader");
        var typed = values(
                "version", "1", "invested", "90", "recognised", "80", "percent", "20", "scene", "路基", "reason", "核减");
        assertThat(post(leader, address, address, typed).statusCode()).isEqualTo(403);
        assertThat(post(leader, address, "/progress/2021-06/lock", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(leader.page(address).body()).doesNotContain("保存更正");
    }

    @Test
    void theOfficeLocksAMonthOnce() {
        String month = "2022-01";
        desk.reported(road, month, "1", "1", "99");
        Browser office = http.signedIn("office");
        assertThat(post(office, "/progress?month=" + month, "/progress/" + month + "/lock", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.page("/progress?month=" + month).body()).contains("本月已锁定");
        post(office, "/progress?month=" + month, "/progress/" + month + "/lock", Map.of());
        assertThat(office.page("/progress?month=" + month).body()).contains("已经锁定，或还没有布置");
        assertThat(log.of("progress:" + month)).singleElement().satisfies(change -> assertThat(change.who())
                .isEqualTo("office"));
    }

    @Test
    void aMissedMonthIsAskedForAgainAndShownAsSupplied() {
        inMay();
        db.sql("update project set manager = 'manager' where code = ?")
                .param(river)
                .update();
        Browser office = http.signedIn("office");
        String sheet = "/progress?month=2021-05&unit=" + unit;
        assertThat(post(office, sheet, "/progress/2021-05/" + river + "/supply", Map.of())
                        .statusCode())
                .isEqualTo(302);
        desk.open();
        var step = desk.step(river, "2021-05");
        assertThat(step.dueOn()).isEqualTo("2021-06-27");
        desk.submit(
                step,
                Map.of(
                        "invested",
                        "10",
                        "yearInvested",
                        "10",
                        "recognised",
                        "0",
                        "yearRecognised",
                        "0",
                        "percent",
                        "6",
                        "reason",
                        "漏报"));
        assertThat(row(sheet("leader", "2021-05"), river).text()).contains("补报", "2021-06-22");
        post(office, sheet, "/progress/2021-05/" + river + "/supply", Map.of());
        assertThat(office.page(sheet).body()).contains("这份月报不能补报");
    }

    @Test
    void aMonthNobodyCanMeanIsNotThere() {
        Browser office = http.signedIn("office");
        assertThat(office.page("/progress?month=2021-13").statusCode()).isEqualTo(404);
        assertThat(office.page("/progress?month=+99999999-01").statusCode()).isEqualTo(404);
        assertThat(office.page("/progress/2021-03/" + road).statusCode()).isEqualTo(404);
    }

    private Document sheet(String person, String month) {
        var answer = http.signedIn(person).page("/progress?month=" + month + "&unit=" + unit);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> figures(Document page) {
        return page.select(".figures b").eachText();
    }

    private static Element row(Document page, String project) {
        return page.select("section[aria-labelledby=lines] tr:has(a[href$=" + project + "])")
                .first();
    }
}
