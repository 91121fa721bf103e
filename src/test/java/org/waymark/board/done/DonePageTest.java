package org.waymark.board.done;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Rows;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Step;

/** What a person finds again of what they did. */
@WaymarkTest
class DonePageTest {

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    @Test
    void whatISubmittedIsThereForMeAlone() {
        Step survey = desk.open("DONE-1", null, Map.of());
        Browser cadre = desk.signedIn("cadre");
        var fields = walk.filled(survey, Map.of("access", "ok"));
        assertThat(desk.save(cadre, survey, fields, 0).statusCode()).isEqualTo(200);
        assertThat(cadre.call("POST", Desk.task(survey) + "/complete", "{}").statusCode())
                .isLessThan(300);

        Document page = Jsoup.parse(cadre.page("/done").body());
        var row = page.select("tr:has(a[href='/projects/DONE-1/objects/H-0001'])");
        assertThat(row.text()).contains("测试项目", survey.nameZh(), desk.today().toString());
        assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("我已办");
        assertThat(desk.signedIn("cadre2").page("/done").body()).doesNotContain("DONE-1");
        assertThat(desk.signedIn("cadre2", "en").page("/done").body())
                .contains("Done by me", "You have submitted no step yet.");
    }

    @Test
    void theNewestStandsFirstAndFiftyOnAPage() {
        var rows = new Rows(db, clock, "DONE-2").project();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (int number = 1; number <= 60; number++) {
            rows.ours(number, 5);
            db.sql(
                            """
                            update step set state = 'DONE', happened_on = ?, recorded_at = ?, recorded_by = 'civil'
                            where project = 'DONE-2' and object_no = ?""")
                    .params(desk.today(), now.minusDays(number), "H-%04d".formatted(number))
                    .update();
        }
        Browser civil = desk.signedIn("civil");
        Document first = Jsoup.parse(civil.page("/done").body());
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").get(0).text())
                .contains("H-0001", now.minusDays(1).toLocalDate().toString(), "逾期 5 天");
        Document second =
                Jsoup.parse(civil.page(first.select("a[rel=next]").attr("href")).body());
        assertThat(second.select("tbody a.object").eachText())
                .hasSize(10)
                .startsWith("H-0051")
                .endsWith("H-0060");
        assertThat(civil.page("/done?page=99").body()).contains("H-0060");
        assertThat(civil.page("/done?page=x").statusCode()).isEqualTo(200);
    }
}
