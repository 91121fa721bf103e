package org.waymark.board.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.step.Step;
import org.waymark.supervision.Extensions;
import org.waymark.supervision.SitePermit;

/** Pages on which periods are stopped and prolonged, and who may do so. */
@WaymarkTest
class WatchPagesTest {

    @Autowired
    SitePermit permit;

    @Autowired
    Extensions extensions;

    @Autowired
    Milestones milestones;

    @Autowired
    Engine engine;

    @Autowired
    Desk desk;

    private String project;
    private Step step;

    @BeforeEach
    void aParkThatWaitsForItsPermit() {
        project = permit.open();
        step = permit.step(project);
    }

    @AfterEach
    void withoutTheNotice() {
        permit.withoutTheNotice();
    }

    @Test
    void theManagerPausesAPeriodAndLetsItGoOn() {
        Browser manager = desk.signedIn("manager");
        String page = "/steps/" + step.taskId() + "/pause";
        assertThat(manager.page("/projects/" + project + "/record").body()).contains(page, "申请延期");
        var refused = manager.submit(
                page, page, Map.of("verb", "pause", "day", "2021-06-16", "reason", "补正", "document", "1号"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("还没有到");
        var sent = manager.submit(
                page, page, Map.of("verb", "pause", "day", "2021-06-08", "reason", "补正材料", "document", "9号"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(manager.page("/projects/" + project + "/record").body())
                .contains("自2021-06-08起中止，已7天：补正材料（9号）", "恢复计时")
                .doesNotContain("/steps/" + step.taskId() + "/extension");
        assertThat(manager.page("/supervision?project=" + project).body()).contains("补正材料 · 9号", "行政许可办理时限");
        assertThat(desk.signedIn("leader", "en").page("/board").body()).contains("Paused periods");
        sent = manager.submit(
                page, page, Map.of("verb", "resume", "day", "2021-06-15", "reason", "已补正", "document", "10号"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-05");
        assertThat(manager.page("/projects/" + project + "/record").body())
                .contains("2021-06-08中止计时，2021-06-15恢复：补正材料（9号）");
    }

    @Test
    void nobodyElsePausesOrAsks() {
        Browser cadre = desk.signedIn("cadre");
        assertThat(cadre.page("/steps/" + step.taskId() + "/pause").statusCode())
                .isEqualTo(403);
        assertThat(cadre.page("/steps/" + step.taskId() + "/extension").statusCode())
                .isEqualTo(403);
        assertThat(cadre.page("/projects/" + project + "/record").body()).doesNotContain("/extension", "/pause");
        assertThat(cadre.page("/supervision?project=" + project).statusCode()).isEqualTo(403);
        assertThat(cadre.page("/steps/nothing/pause").statusCode()).isEqualTo(404);
        assertThat(cadre.page("/extensions/0").statusCode()).isEqualTo(404);
        assertThat(cadre.page("/matters/0").statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheLawDoesNotLetBeProlongedHasNoButtonForIt() {
        String houses = project + "-H";
        Step review = desk.open(houses, "review", Map.of("reviewRequested", LocalDate.of(2021, 6, 11)));
        assertThat(desk.signedIn("manager")
                        .page("/projects/" + houses + "/objects/" + review.objectNo())
                        .body())
                .contains("/steps/" + review.taskId() + "/pause")
                .doesNotContain("/steps/" + review.taskId() + "/extension");
    }

    @Test
    void whoeverHasTheStepAsksForIt() {
        Browser land = desk.signedIn("land");
        String page = "/steps/" + step.taskId() + "/extension";
        assertThat(land.page(page).statusCode()).isEqualTo(403);
        engine.assign(step.taskId(), "land");
        assertThat(land.page(page).statusCode()).isEqualTo(200);
        assertThat(land.page("/projects/" + project + "/record").body())
                .contains(page)
                .doesNotContain("/steps/" + step.taskId() + "/pause");
    }

    @Test
    void anExtensionIsAskedForAndSignedOff() {
        Browser manager = desk.signedIn("manager");
        String page = "/steps/" + step.taskId() + "/extension";
        assertThat(manager.page(page).body()).contains("至多延到2021-07-14");
        var sent = manager.submit(page, page, Map.of("day", "2021-07-09", "reason", "专家评审排期", "document", "7号"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        long id = extensions.ofTask(step.taskId()).get(0).id();
        String one = "/extensions/" + id;
        assertThat(manager.page("/projects/" + project + "/record").body()).contains("申请延至2021-07-09", one);
        assertThat(manager.submit(one, one, Map.of("verb", "approve")).statusCode())
                .isEqualTo(403);
        Browser leader = desk.signedIn("leader");
        assertThat(leader.page("/board").body()).contains("待您审批的延期");
        assertThat(leader.submit(one, one, Map.of("verb", "refuse", "answer", ""))
                        .body())
                .contains("不同意须写明意见");
        assertThat(leader.submit(one, one, Map.of("verb", "approve", "answer", ""))
                        .statusCode())
                .isEqualTo(302);
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-09");
        assertThat(leader.page("/projects/" + project + "/record").body())
                .contains("延期1次，原定2021-06-30", "延期获批", "行政许可办理时限");
        assertThat(leader.submit(one, one, Map.of("verb", "approve")).body()).contains("已经批准");
    }

    @Test
    void aChangeOfThePlanWaitsHereToo() {
        Milestone last = milestones.of(project).get(milestones.of(project).size() - 1);
        Browser manager = desk.signedIn("manager");
        Browser leader = desk.signedIn("leader", "en");
        String here = "/supervision?project=" + project;
        assertThat(leader.page(here).body()).contains("none").doesNotContain("no steps");
        String plan = "/projects/" + project + "/plan";
        var sent = manager.submit(
                plan,
                plan,
                Map.of("day." + last.element(), last.plannedOn().plusDays(30).toString(), "reason", "雨季影响"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(leader.page("/supervision").body()).contains("Changes of plans", "雨季影响", plan + "/");
        assertThat(leader.page(here).body()).contains("雨季影响", plan + "/");
        assertThat(manager.page(here).body()).contains("计划调整待审批", "雨季影响");
        assertThat(manager.page("/projects/" + project).body()).contains("计划调整待审批 1 件");
        assertThat(desk.signedIn("manager2").page(here).statusCode()).isEqualTo(403);
    }
}
