package org.waymark.board.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.progress.Posted.post;
import static org.waymark.board.progress.Posted.values;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.progress.MonthDesk;
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicators;

/** The pages of the year's indicators over HTTP, on 22 June 2021. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class IndicatorPageTest {

    private static int count;

    @Autowired
    Desk http;

    @Autowired
    Indicators indicators;

    @Autowired
    ChangeLog log;

    private final int number = ++count;

    @Test
    void anIndicatorKeepsEveryVersionAndShowsTheYearBefore() {
        String code = "growth_" + number;
        indicator(2021, code);
        indicator(2020, code);
        Browser office = http.signedIn("office");
        String address = "/indicators/2021/" + code;
        String before = "/indicators/2020/" + code;
        post(office, before, before, values("version", "0", "growth", "3.01", "actual", "48.2", "source", "统计月报"));
        assertThat(post(office, address, address, values("version", "0", "target", "6.5", "source", "工作报告"))
                        .statusCode())
                .isEqualTo(302);
        post(
                office,
                address,
                address,
                values("version", "1", "target", "6.5", "growth", "7", "source", "统计快报", "sourceOn", "2021-06-18"));

        Document all = Jsoup.parse(
                http.signedIn("leader").page("/indicators?year=2021").body());
        Element row = all.select("tr:has(a[href$=" + code + "])").first();
        assertThat(row.text()).contains("+6.5%", "+7%", "已达目标", "48.2 亿元", "+3.01%", "统计快报", "2021-06-18", "综合办");
        assertThat(row.select("td").get(2).text()).as("actual, not known").isEqualTo("—");
        Document one = Jsoup.parse(office.page(address).body());
        assertThat(one.select("tr.old").text()).contains("工作报告").contains("6.5");
        assertThat(log.of("indicator:2021:" + code)).last().satisfies(change -> {
            assertThat(change.oldValue()).isEqualTo("6.5 / - / - / -");
            assertThat(change.newValue()).isEqualTo("6.5 / - / 7 / -");
        });
    }

    @Test
    void anAmountInPercentIsReadWithItsSign() {
        String code = "share_" + number;
        indicators.add(new Indicator(
                2021,
                code,
                Indicator.Statement.SAFETY,
                10,
                "整改率",
                "Put right",
                "%",
                "%",
                Indicator.Measure.AMOUNT,
                null));
        Browser office = http.signedIn("office");
        String address = "/indicators/2021/" + code;
        post(office, address, address, values("version", "0", "target", "98", "actual", "96.5", "source", "通报"));
        Element row = Jsoup.parse(office.page("/indicators?year=2021").body())
                .select("tr:has(a[href$=" + code + "])")
                .first();
        assertThat(row.select("td").get(1).text()).isEqualTo("98%");
        assertThat(row.select("td").get(2).text()).isEqualTo("96.5%");
    }

    @Test
    void anIndicatorWithoutSourceOrFigureIsRefused() {
        String code = "refused_" + number;
        indicator(2021, code);
        Browser office = http.signedIn("office");
        String address = "/indicators/2021/" + code;
        assertThat(post(office, address, address, values("version", "0", "target", "6.5"))
                        .body())
                .contains("请填写“来源（文件、报表名称）”");
        assertThat(post(office, address, address, values("version", "0", "source", "报告"))
                        .body())
                .contains("至少填一项");
        assertThat(post(office, address, address, values("version", "0", "rank", "1.5", "source", "报告"))
                        .body())
                .contains("排名应为整数");
        var future = values(
                "version",
                "0",
                "rank",
                "1",
                "source",
                "报告",
                "sourceOn",
                http.today().plusDays(1).toString());
        assertThat(post(office, address, address, future).body()).contains("不晚于今天的日期");
        assertThat(post(office, address, address, values("version", "5", "rank", "1", "source", "报告"))
                        .body())
                .contains("有人已先填报了这项指标");
        assertThat(post(http.signedIn("leader"), address, address, values("version", "0", "rank", "1", "source", "报告"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(indicators.versions(2021, code)).isEmpty();
    }

    @Test
    void theOfficeListsAnIndicatorAndTheYearBeforeStandsBesideIt() {
        Browser office = http.signedIn("office");
        String name = "新增绿道" + number;
        var typed = values(
                "year", "2020", "statement", "ECOLOGY", "nameZh", name, "nameEn", "New greenways", "unitZh", "公里");
        typed.putAll(values("unitEn", "km", "measure", "AMOUNT"));
        var listed = post(office, "/indicators/new", "/indicators/new", typed);
        assertThat(listed.statusCode()).isEqualTo(302);
        String before = address(listed);
        post(office, before, before, values("version", "0", "target", "3", "actual", "4.5", "source", "年报"));
        typed.put("year", "2021");
        String now = address(post(office, "/indicators/new?year=2021", "/indicators/new", typed));
        assertThat(now).isEqualTo(before.replace("2020", "2021"));

        Element row = Jsoup.parse(
                        http.signedIn("leader").page("/indicators?year=2021").body())
                .select("tr:has(a:contains(" + name + "))")
                .first();
        assertThat(row.text()).contains("公里", "4.5 公里", "年报");
        assertThat(log.of("indicator:" + now.replace("/indicators/", "").replace('/', ':')))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.what()).isEqualTo("indicator.listed");
                    assertThat(change.newValue()).isEqualTo(name + " / 公里 / AMOUNT");
                    assertThat(change.who()).isEqualTo("office");
                });
        assertThat(post(office, "/indicators/new", "/indicators/new", typed).body())
                .contains("2021 年已有指标“" + name + "”");
    }

    @Test
    void anIndicatorWithoutNameOrStatementIsNamedAndOthersListNone() {
        Browser office = http.signedIn("office");
        var typed = values("year", "2021", "statement", "NONE", "nameZh", "甲", "nameEn", "A", "unitZh", "个");
        typed.putAll(values("unitEn", "items", "measure", "AMOUNT"));
        var refused = post(office, "/indicators/new", "/indicators/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写“报表”").contains("value=\"甲\"");
        typed.putAll(values("statement", "SAFETY", "year", "2021.5"));
        assertThat(post(office, "/indicators/new", "/indicators/new", typed).body())
                .contains("年度应为整数，现为“2021.5”");
        Browser leader = http.signedIn("leader");
        assertThat(leader.page("/indicators/new").statusCode()).isEqualTo(403);
        assertThat(leader.page("/indicators?year=2021").body()).doesNotContain("/indicators/new");
    }

    private static String address(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/indicators"));
    }

    private void indicator(int year, String code) {
        indicators.add(new Indicator(
                year,
                code,
                Indicator.Statement.ECONOMY,
                900,
                "规上工业",
                "Larger firms",
                "亿元",
                "100 million yuan",
                Indicator.Measure.GROWTH,
                null));
    }

    @Test
    void allFiveStatementsAreThereInTheReadersLanguage() {
        indicator(2021, "english_" + number);
        String page = Jsoup.parse(http.signedIn("leader", "en")
                        .page("/indicators?year=2021")
                        .body())
                .select("main")
                .text();
        assertThat(page)
                .contains("Indicators of 2021", "Economy", "Safety", "Ecology", "Livelihood", "Party building")
                .contains("Larger firms", "A dash means not known, which is not 0");
        assertThat(http.signedIn("leader").page("/indicators?year=x").statusCode())
                .isEqualTo(404);
        assertThat(http.signedIn("leader").page("/indicators/2021/none").statusCode())
                .isEqualTo(404);
    }
}
