package org.waymark.board.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.board.progress.Posted.post;
import static org.waymark.board.progress.Posted.values;

import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.progress.Matter;
import org.waymark.progress.MonthDesk;
import org.waymark.project.Projects;

/** A correction of a locked month says what needs coordination and how much is done, and leaves the old in sight. */
@WaymarkTest
@Import(MonthDesk.class)
@TestPropertySource(properties = {"waymark.demo.today=2021-06-22", "camunda.bpm.process-engine-name=monthlyform"})
class CorrectedMattersTest {

    private static int count;

    @Autowired
    MonthDesk desk;

    @Autowired
    Desk http;

    @Autowired
    Projects projects;

    @Autowired
    ChangeLog log;

    private final String road = "CM-ROAD-" + ++count;
    private final String address = "/progress/2021-04/" + road;
    private final Map<String, String> typed = values(
            "version", "1", "invested", "100", "recognised", "80", "percent", "20", "scene", "路基", "reason", "复核更正");

    @BeforeEach
    void aLockedMonthWithAMatter() {
        desk.project(road, "manager", "construction", LocalDate.of(2021, 1, 4));
        desk.quantity(road, "roadbed", "3.2");
        desk.reported(
                road,
                "2021-04",
                "100",
                "80",
                "20",
                new Matter(road, 1, "管线迁改", "供电公司", "city", LocalDate.of(2021, 5, 10), false));
    }

    @Test
    void mattersAndAmountsAreCorrectedAndTheOldStayInSight() {
        Browser manager = http.signedIn("manager");
        typed.putAll(values(
                "matter1", "电力杆线迁改", "unit1", "供电公司", "level1", "taizhou", "limit1", "2021-07-10", "solved1", "no"));
        typed.put("done.roadbed", "1.5");
        assertThat(post(manager, address, address, typed).statusCode()).isEqualTo(302);

        Document page = Jsoup.parse(manager.page(address).body());
        var told = page.select("section[aria-labelledby=told]");
        assertThat(told.select("tr.open").text()).contains("电力杆线迁改", "台州市级", "2021-07-10", "路基 1.5");
        assertThat(told.select("tr.old").text()).contains("管线迁改", "市级（玉环）", "2021-05-10");
        assertThat(page.select("#matter1").text()).isEqualTo("电力杆线迁改");
        assertThat(projects.quantities(road)).singleElement().satisfies(one -> assertThat(one.done())
                .isEqualByComparingTo("1.5"));
        assertThat(log.of(MonthDesk.key(road, "2021-04"))).last().satisfies(change -> {
            assertThat(change.what()).isEqualTo("progress.corrected.told");
            assertThat(change.oldValue()).isEqualTo("管线迁改 / 供电公司 / city / 2021-05-10 / open");
            assertThat(change.newValue()).isEqualTo("电力杆线迁改 / 供电公司 / taizhou / 2021-07-10 / open; roadbed = 1.5");
            assertThat(change.reason()).isEqualTo("复核更正");
        });
        assertThat(log.of(road)).last().satisfies(change -> {
            assertThat(change.what()).isEqualTo("project.quantity");
            assertThat(change.happenedOn()).isEqualTo(LocalDate.of(2021, 4, 30));
        });
        String sheet = Jsoup.parse(http.signedIn("leader")
                        .page("/progress?month=2021-04&unit=construction")
                        .body())
                .select("main")
                .text();
        assertThat(sheet).contains("电力杆线迁改").doesNotContain("管线迁改 供电公司 市级");
    }

    @Test
    void aCorrectionIsConfirmedWithItsVersion() {
        Browser manager = http.signedIn("manager");
        assertThat(Jsoup.parse(manager.page(address).body()).select("[role=status]"))
                .isEmpty();
        String answer = post(manager, address, address, typed)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(Jsoup.parse(manager.page(answer).body())
                        .select("[role=status]")
                        .text())
                .isEqualTo("已更正，第 2 版。");
        assertThat(http.signedIn("manager", "en").page(answer).body()).contains("Corrected, version 2.");
    }

    @Test
    void aMatterThatIsNotWholeAndAnAmountThatIsNoneAreNamedAndNothingIsKept() {
        Browser manager = http.signedIn("manager");
        typed.putAll(values("matter1", "电力杆线迁改", "unit1", "", "level1", "", "limit1", "", "solved1", "no"));
        var half = post(manager, address, address, typed);
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("第 1 件需协调事项没有填全");
        typed.putAll(values("unit1", "供电公司", "level1", "city", "limit1", "七月"));
        assertThat(post(manager, address, address, typed).body()).contains("“解决时限”为“七月”，应为日期");
        typed.putAll(values("limit1", "2021-07-10", "done.roadbed", "很多"));
        assertThat(post(manager, address, address, typed).body()).contains("“路基”应为数字，现为“很多”");
        assertThat(Jsoup.parse(manager.page(address).body())
                        .select("section[aria-labelledby=told] tbody tr")
                        .text())
                .contains("管线迁改")
                .doesNotContain("电力杆线迁改");
    }
}
