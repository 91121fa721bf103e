package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.project.Projects;

/** Until the job has run that starts it, a project's page says that it is being opened, not that it has not begun. */
@WaymarkTest
class BeingOpenedTest {

    private static final String PROJECT = "BEING-OPENED";

    @Autowired
    Desk desk;

    @Autowired
    Projects projects;

    @Autowired
    Walk walk;

    @Test
    void aProjectJustOpenedSaysSoUntilItRuns() {
        projects.open(Walk.project(PROJECT, "simple-project", null));
        var page = Jsoup.parse(
                desk.signedIn("manager").page("/projects/" + PROJECT).body());
        assertThat(page.select("main > [role=status]").text()).isEqualTo("正在开立，请稍后刷新。");
        assertThat(page.select("main > p .lamp")).isEmpty();
        assertThat(page.select(".legend dd").first().text()).isEqualTo("正在开立，请稍后刷新。");
        assertThat(desk.signedIn("manager", "en").page("/projects/" + PROJECT).body())
                .contains("Being opened, reload in a moment.");

        walk.jobs(PROJECT);
        page = Jsoup.parse(desk.signedIn("manager").page("/projects/" + PROJECT).body());
        assertThat(page.text()).doesNotContain("正在开立");
        assertThat(page.select("main > p .lamp")).isNotEmpty();
        assertThat(page.select(".legend dd").first().text()).contains("前期准备");
    }
}
