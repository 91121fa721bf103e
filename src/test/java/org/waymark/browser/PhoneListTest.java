package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** From a task back to the list, on a phone. */
@WaymarkTest
class PhoneListTest {

    private static Chromium chromium;
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    private final String project = "PHONE-" + ++count;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void afterSubmittingTheListBeginsAtItsTopAndOneNoticeSaysWhatComesNext() {
        Page page = survey();
        page.locator("button:has-text('Submit')").last().click();
        assertThat(page.locator(".wm-news")).containsText("H-0001");
        assertThat(page.locator("section.tasks-list h4.task").first()).isVisible();
        page.waitForTimeout(1500); // Tasklist's own notice came within a second
        assertThat(page.locator("[notifications-panel] .alert")).hasCount(0);
        assertThat(scrolled(page)).isZero();
    }

    @Test
    void whatIsSaidOfAWaitLiesNotOverTheWayBack() {
        Page page = survey();
        page.locator("button:has-text('Wait for others')").click();
        page.fill("#wm-party", "Railway");
        page.locator(".wm-panel .btn-primary").click();
        assertThat(page.locator(".wm-news")).isVisible();
        page.evaluate("document.querySelector('.page-wrap').scrollTo(0, 0)");
        assertThat(
                        (boolean)
                                page.evaluate(
                                        """
                        () => {
                          const back = document.querySelector('.wm-back').getBoundingClientRect();
                          const news = document.querySelector('.wm-news').getBoundingClientRect();
                          return news.top < back.bottom && news.bottom > back.top;
                        }"""))
                .isFalse();
        page.locator(".wm-back").click();
        assertThat(page.locator("section.tasks-list h4.task").first()).isVisible();
    }

    /** The survey of the first of twelve households, filled in and scrolled to its end. */
    private Page survey() {
        projects.open(Walk.project(project));
        roster.open(
                project,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> Walk.household(number, "luxi", null, Map.of()))
                        .toList());
        Step step = walk.step(Desk.household(project), "step_survey");
        desk.draft(desk.signedIn("cadre"), step, walk.filled(step, Map.of("access", "ok")), 0);
        Page page = chromium.signedIn(port, "cadre", "en-US", 390);
        page.navigate("/camunda/app/tasklist/default/");
        page.locator("section.tasks-list h4.task").first().waitFor();
        page.navigate("/camunda/app/tasklist/default/#/?task=" + step.taskId());
        page.locator("form.waymark-form #happenedOn").waitFor();
        page.evaluate("document.querySelector('.page-wrap').scrollTo(0, 5000)");
        assertThat(scrolled(page)).isPositive();
        return page;
    }

    private static int scrolled(Page page) {
        return (int) page.evaluate("Math.round(document.querySelector('.page-wrap').scrollTop)");
    }
}
