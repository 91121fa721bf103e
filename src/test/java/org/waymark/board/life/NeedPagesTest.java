package org.waymark.board.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.need.WaitingDiagram;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;

/** The office waives and records what a project waits for; both projects show it. */
@WaymarkTest
class NeedPagesTest {

    private static final String SECOND = "milestone_second";

    @Autowired
    Projects projects;

    @Autowired
    Engine engine;

    @Autowired
    Desk desk;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String project = "NEEDPAGE-" + key;
    private final String waiting = "WAITS-" + key;

    @BeforeEach
    void aProjectAnotherWaitsFor() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                project, List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
        projects.open(WaitingDiagram.project(
                waiting,
                List.of(),
                new Need(waiting, "milestone_first", project, null, "places", new BigDecimal("60"), null)));
    }

    @Test
    void theOfficeWaivesWhatIsWaitedForInVainAndBothProjectsShowIt() {
        projects.cancel(project, "规划调整");
        Browser office = desk.signedIn("office");
        String page = office.page("/projects/" + waiting).body();
        String address = page.replaceAll("(?s).*href=\"(/projects/" + waiting + "/needs/\\d+/waive)\".*", "$1");
        assertThat(desk.signedIn("manager").page(address).statusCode()).isEqualTo(403);
        assertThat(office.submit(address, address, Map.of("reason", "改迁镇公墓", "document", ""))
                        .body())
                .contains("请填写批准文号")
                .contains("改迁镇公墓");
        var done = office.submit(address, address, Map.of("reason", "改迁镇公墓", "document", "芦政〔2021〕8号"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        for (String one : List.of(waiting, project)) {
            assertThat(desk.signedIn("cadre").page("/projects/" + one).body())
                    .contains("已免除等待")
                    .contains("改迁镇公墓（芦政〔2021〕8号）");
        }
        assertThat(office.page("/board").body()).doesNotContain("/projects/" + waiting + "\">“");
    }

    @Test
    void theOfficeRecordsWhatAProjectWaitsFor() {
        Browser office = desk.signedIn("office");
        String form = "/projects/" + waiting + "/needs/new";
        assertThat(desk.signedIn("manager").page(form).statusCode()).isEqualTo(403);
        assertThat(office.page(form).body()).contains(project + " " + SECOND).doesNotContain(waiting + " " + SECOND);
        var wrong =
                office.submit(form, form, Map.of("milestone", SECOND, "wanted", project + " #graves", "atLeast", "3"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("没有数量指标“graves”");
        var sent = office.submit(form, form, Map.of("milestone", SECOND, "wanted", project + " " + SECOND));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(office.page("/projects/" + waiting).body()).contains("免除等待").contains("登记前置条件");
        assertThat(projects.needsOf(waiting)).hasSize(2);
    }
}
