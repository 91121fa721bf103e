package org.waymark.board.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.project.Projects;
import org.waymark.project.life.Stops;

/** From a page to the task behind an open step, for those whose it is to do. */
@WaymarkTest
class StepLinksTest {

    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Projects projects;

    @Autowired
    Engine engine;

    @Autowired
    Stops stops;

    private final String project = "LINKS-" + ++count;

    @Test
    void whoMayClaimAStepIsLedToItAndThenWhoHasIt() {
        String page = "/projects/" + project + "/objects/H-0001";
        String task = desk.open(project, "inspect", Map.of()).taskId();
        String address = "/camunda/app/tasklist/default/#/?task=" + task;

        assertThat(links("appraiser", "zh-CN", page).eachAttr("href")).containsOnly(address);
        assertThat(links("appraiser", "zh-CN", page).eachText()).containsOnly("去办理");
        assertThat(links("appraiser", "en", page).eachText()).containsOnly("Do this step");
        for (String other : List.of("cadre", "leader", "admin")) {
            assertThat(links(other, "zh-CN", page)).as(other).isEmpty();
        }

        engine.assign(task, "cadre");
        assertThat(links("cadre", "zh-CN", page).eachAttr("href")).containsOnly(address);
        assertThat(links("appraiser", "zh-CN", page))
                .as("it is the cadre's now")
                .isEmpty();

        stops.suspend(project, "停工", "停〔2021〕1号");
        assertThat(links("cadre", "zh-CN", page))
                .as("nothing is done meanwhile")
                .isEmpty();
    }

    @Test
    void theRecordOfAProjectLeadsToItsOpenSteps() {
        projects.open(Walk.project(project));
        walk.jobs(project);
        String page = "/projects/" + project + "/record";
        assertThat(links("manager", "zh-CN", page).eachAttr("href"))
                .containsExactly("/camunda/app/tasklist/default/#/?task="
                        + walk.step(project, "step_publishScope").taskId());
        assertThat(links("leader", "zh-CN", page)).isEmpty();
    }

    private Elements links(String person, String language, String page) {
        return Jsoup.parse(desk.signedIn(person, language).page(page).body())
                .select("main a[href^=/camunda/app/tasklist/]");
    }
}
