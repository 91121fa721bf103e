package org.waymark.board.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;

/** The list of all projects, which everybody reads. */
@WaymarkTest
class ProjectListTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    private final String code = "LIST" + ++count;

    private Map<String, String> form() {
        return PortfolioPagesTest.form(code);
    }

    @Test
    void theListIsNarrowedByKindUnitLeaderStateAndName() {
        desk.signedIn("office").form("/projects/new", form());
        Browser cadre = desk.signedIn("cadre");
        assertThat(cadre.page("/board").body()).contains("href=\"/projects\"");
        String name = "试验路 " + code;
        assertThat(cadre.page("/projects").body())
                .contains(name)
                .contains("前期准备")
                .contains("1,200");
        assertThat(cadre.page("/projects?kind=road&unit=construction&leader=leader&state=RUNNING&q="
                                + code.toLowerCase())
                        .body())
                .contains(name);
        for (String other : new String[] {"kind=river", "unit=hsr", "leader=leader2", "state=CLOSED", "q=nothing"}) {
            assertThat(cadre.page("/projects?" + other).body()).as(other).doesNotContain(name);
        }
        assertThat(cadre.page("/projects?q=nothing").body()).contains("没有符合条件的项目。");
        assertThat(desk.signedIn("cadre", "en").page("/projects?q=" + code).body())
                .contains("Trial road " + code);
    }

    @Test
    void whatIsBehindIsSaidFirstAndTheListIsNarrowedByLamp() {
        desk.signedIn("office").form("/projects/new", form());
        db.sql(
                        "update milestone set planned_on = date '2021-06-01' where project = ? and element = 'milestone_prepare'")
                .params(code)
                .update();
        Browser cadre = desk.signedIn("cadre");
        String page = cadre.page("/projects").body();
        assertThat(page.substring(page.indexOf("滞后项目"), page.indexOf("class=\"search\"")))
                .contains("试验路 " + code);
        assertThat(page).contains("/projects?lamp=RED");
        assertThat(cadre.page("/projects?lamp=RED").body()).contains("试验路 " + code);
        assertThat(cadre.page("/projects?lamp=BLUE").body()).doesNotContain("试验路 " + code);
    }

    @Test
    void phasesStandBelowTheirProject() {
        Browser office = desk.signedIn("office");
        office.form("/projects/new", form());
        Map<String, String> phase = form();
        phase.put("code", code + "-P1");
        phase.put("name.zh", "一期 " + code);
        phase.put("parent", code);
        office.form("/projects/new", phase);
        String list = office.page("/projects?q=" + code).body();
        assertThat(list.indexOf("一期 " + code)).isGreaterThan(list.indexOf("试验路 " + code));
        assertThat(list).contains("lead phase").contains(code + " 的分期");
        assertThat(office.page("/projects/" + code).body()).contains("一期 " + code);
        assertThat(office.page("/projects/" + code + "-P1").body()).contains("试验路 " + code);
    }
}
