package org.waymark.board.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.PeriodNews.Why;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** The ledger people see, over HTTP. */
@WaymarkTest
class PeriodPagesTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Roster objects;

    @Autowired
    TestRoster roster;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ObjectMapper json;

    private final String project = "PERIODS-" + ++count;
    private final String household = Desk.household(project);

    @BeforeEach
    void aHouseholdServedByPostAndOneTakenIn() {
        var serve = desk.open(project, "service", Map.of());
        walk.submit(
                household,
                serve.element(),
                Map.of(
                        "serviceWay", "post",
                        "sentOn", "2021-06-08",
                        "servedOn", "2021-06-12",
                        "receiver", "李四",
                        "documentNo", "送回〔2021〕7号"));
        objects.add(
                project,
                "household",
                List.of(Walk.household(2, "luxi", "review", Map.of("reviewRequested", LocalDate.of(2021, 6, 10)))));
        roster.openRequested();
    }

    @Test
    void theObjectsPageShowsWhatThePeriodRunsFromAndHowItIsCounted() {
        String text = object("leader", "zh-CN")
                .select("section[aria-labelledby=periods]")
                .text();
        assertThat(text)
                .contains("HA-REVIEW-REQ", "群众、相对人的期限", "待核实", "2021-06-12", "文号 送回〔2021〕7号", "2021-06-22", "计时中")
                .contains("邮寄送达，2021-06-12 签收", "2021-06-08 寄出", "证明材料 2 份", "公布的放假通知计算")
                .doesNotContain("李四");
        assertThat(object("leader", "en")
                        .select("section[aria-labelledby=periods]")
                        .text())
                .contains("Legal periods", "by post, received 2021-06-12", "running")
                .doesNotContain("deadline.", "period.");
    }

    @Test
    void theProjectsLedgerIsFilteredAndLeadsToTheObject() {
        Document all = ledger("");
        assertThat(all.select("tbody code").eachText()).containsExactly("HA-REVIEW-DO", "HA-REVIEW-REQ");
        assertThat(all.select("a.object").eachAttr("href"))
                .containsExactly(
                        "/projects/" + project + "/objects/H-0002", "/projects/" + project + "/objects/H-0001");
        assertThat(ledger("?holder=OURS").select("tbody code").eachText()).containsExactly("HA-REVIEW-DO");
        assertThat(ledger("?rule=HA-REVIEW-REQ").select("tbody code").eachText())
                .containsExactly("HA-REVIEW-REQ");
        assertThat(ledger("?state=LAPSED").text()).contains("没有符合条件的期限");
        assertThat(Jsoup.parse(desk.signedIn("leader")
                                .page("/projects/" + project)
                                .body())
                        .select("a[href='/projects/" + project + "/periods']"))
                .hasSize(1);
    }

    @Test
    void aRunningPeriodPastItsDaySaysSo() {
        db.sql("update legal_period set due_on = ? where project = ?")
                .params(desk.today().minusDays(3), project)
                .update();
        Document page = ledger("");
        assertThat(page.select("td .red").eachText()).containsExactly("已逾期 3 天");
        assertThat(page.select("a.object[href$=H-0002]").first().closest("tr").text())
                .contains("已逾期 3 天");
        assertThat(page.select("a.object[href$=H-0001]").first().closest("tr").text())
                .contains("已届满，等待推进")
                .doesNotContain("计时中");
        assertThat(object("leader", "en").text()).contains("has ended, goes on by itself");
    }

    @Test
    void aPeriodOnItsLastDayStillRuns() {
        db.sql("update legal_period set due_on = ? where project = ?")
                .params(desk.today(), project)
                .update();
        assertThat(ledger("").text()).contains("计时中").doesNotContain("已逾期", "已届满，");
    }

    @Test
    void aMovedAndAProvisionalDaySayWhy() {
        db.sql("update legal_period set moved = 1, due_on = ?, provisional = true where instance_key = ?")
                .params(LocalDate.of(2021, 6, 28), household)
                .update();
        transaction.executeWithoutResult(status -> log.add(new Change(
                household,
                "period.notice",
                "HA-REVIEW-REQ",
                "2021-06-22",
                "2021-06-28",
                "2021-06-11",
                LocalDate.of(2021, 6, 15))));
        String text = object("leader", "zh-CN")
                .select("section[aria-labelledby=periods]")
                .text();
        assertThat(text)
                .contains(
                        "暂定", "原为 2021-06-22 · 改动 1 次", "放假通知变动，期限随之调整：2021-06-22 → 2021-06-28", "只延不缩，仍到 2021-06-28");
    }

    @Test
    void everyMoveHasWordsInTheHistory() {
        transaction.executeWithoutResult(status -> {
            for (Why why : Why.values()) {
                log.add(new Change(
                        household,
                        "period." + why.name().toLowerCase(),
                        "HA-REVIEW-REQ",
                        "2021-06-22",
                        "2021-06-28",
                        null,
                        LocalDate.of(2021, 6, 15)));
            }
        });
        for (String language : List.of("zh-CN", "en")) {
            List<String> rows = object("leader", language)
                    .select("section[aria-labelledby=changes] .lead")
                    .eachText();
            assertThat(rows).filteredOn(row -> row.contains("period.")).isEmpty();
            assertThat(rows)
                    .filteredOn(row ->
                            row.endsWith(language.equals("en") ? "Ask for the appraisal to be reviewed" : "申请复核评估"))
                    .hasSize(5);
        }
    }

    @Test
    void theApiListsThemWithoutAnybodysName() throws Exception {
        var leader = http.withBasicAuth("leader", "waymark-demo");
        String body = leader.getForObject("/api/v1/projects/" + project + "/periods?holder=THEIRS", String.class);
        JsonNode row = json.readTree(body).at("/periods/0");
        assertThat(row.get("rule").asText()).isEqualTo("HA-REVIEW-REQ");
        assertThat(row.get("object").asText()).isEqualTo("H-0001");
        assertThat(row.get("service").asText()).isEqualTo("POST");
        assertThat(row.get("due").asText()).isEqualTo("2021-06-22");
        assertThat(row.get("explanation").asText()).contains("2021-06-22");
        assertThat(body).doesNotContain("李四", "户主");
        assertThat(leader.getForEntity("/api/v1/projects/NONE/periods", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private Document object(String person, String language) {
        return Jsoup.parse(desk.signedIn(person, language)
                .page("/projects/" + project + "/objects/H-0001")
                .body());
    }

    private Document ledger(String query) {
        return Jsoup.parse(desk.signedIn("leader")
                .page("/projects/" + project + "/periods" + query)
                .body());
    }
}
