package org.waymark.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.evidence.Evidence;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.TestRoster;
import org.waymark.template.Field;
import org.waymark.template.Form;
import org.waymark.template.Forms;

/** The main job in a real browser: Tasklist in Chinese, claim, form, evidence, submit, board. */
@WaymarkTest
class MainJobTest {

    private static Chromium chromium;
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Steps steps;

    @Autowired
    Evidence evidence;

    @Autowired
    Forms forms;

    @Autowired
    Walk walk;

    @Autowired
    DemoClock clock;

    private final String project = "JOB-" + ++count;
    private final String household = project + ":H-0001:appraisal:1";

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aTaskDueInThreeDemoDaysShowsThreeDaysAndNoRed() {
        open("surveyed", Map.of());
        Step step = walk.step(household, "step_postSurvey");
        steps.moveDue(step.taskId(), today().plusDays(3), "测试");
        Page page = task(step, "cadre", "zh-CN", 1366);
        Locator due = page.locator(".task-details .due-date").first();
        assertThat(due.locator("[data-due]").first())
                .hasAttribute("data-due", Pattern.compile(".*" + today().plusDays(3) + " 还有 3 天.*"));
        assertThat(page.locator(".task-details .due-date.overdue")).hasCount(0);
    }

    @Test
    void anAppraiserClaimsFillsInUploadsAndSubmits() {
        open("inspect", Map.of());
        Step step = walk.step(household, "step_siteSurvey");
        Page page = task(step, "appraiser", "zh-CN", 1366);
        page.getByText("领取", new Page.GetByTextOptions().setExact(true)).first().click();
        Locator form = page.locator("form.waymark-form");
        assertThat(form.locator("#structure")).isEnabled();
        fill(form, forms.of(step.definition(), step.element()));

        submit(page);
        assertThat(form.locator(".wm-bad").first()).isVisible();
        assertThat(walk.open(household)).containsExactly("step_siteSurvey");

        List<Field> papers = forms.of(step.definition(), step.element()).fields().stream()
                .filter(Field::evidence)
                .toList();
        for (int i = 0; i < papers.size(); i++) {
            upload(page, papers.get(i).name());
            assertThat(page.getByText("查勘.pdf")).hasCount(i + 1);
        }
        submit(page);
        page.waitForCondition(() -> walk.open(household).contains("step_preliminary"));
        assertThat(evidence.of(household, "step_siteSurvey"))
                .hasSameSizeAs(papers)
                .extracting(Evidence.Stored::state)
                .containsOnly("KEPT");
    }

    @Test
    void aPhoneShowsTheFormInEnglishWithoutSidewaysScrolling() {
        open("service", Map.of());
        Page page = task(walk.step(household, "step_serveReport"), "cadre", "en-US", 390);
        assertThat(page.locator("label[for=serviceWay]")).containsText("Way of service");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void theBoardOpensToTheHouseholdsBehindARow() {
        open("inspect", Map.of(NewObject.SINCE, today().minusDays(40)));
        Page page = chromium.signedIn(port, "leader", "zh-CN", 390);
        Locator group = page.locator("details.group")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='" + project + "/']")))
                .first();
        group.locator("summary").click();
        group.locator("a[href*='" + project + "/']").first().click();
        assertThat(page.locator("h1")).hasText("H-0001");
        assertThat(page.locator(".diagram .djs-container")).isVisible();
        assertThat(page.locator(".djs-element.current")).hasCount(1);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private void open(String stage, Map<String, LocalDate> anchors) {
        projects.open(Walk.project(project));
        roster.open(project, List.of(Walk.household(1, "luxi", stage, anchors)));
    }

    private Page task(Step step, String person, String language, int width) {
        Page page = chromium.signedIn(port, person, language, width);
        page.navigate("/camunda/app/tasklist/default/#/?task=" + step.taskId());
        page.locator("form.waymark-form #happenedOn").waitFor();
        return page;
    }

    private void fill(Locator form, Form fields) {
        walk.filled(fields, Map.of()).forEach((name, value) -> {
            Field field = fields.field(name).orElseThrow();
            if (field.type().equals("select")) {
                form.locator("#" + name).selectOption(value.toString());
            } else if (!field.evidence() && !name.equals(Form.LATE_REASON)) { // asked for in a closed month alone
                form.locator("#" + name).fill(value.toString());
            }
        });
    }

    private static void submit(Page page) {
        page.locator("button:has-text('提交')").last().click();
    }

    private static void upload(Page page, String field) {
        var paper = new FilePayload("查勘.pdf", "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        page.waitForResponse(
                answer -> answer.url().endsWith("/evidence"),
                () -> page.locator("input[type=file]#" + field).setInputFiles(paper));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
