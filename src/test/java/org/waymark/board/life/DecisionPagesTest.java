package org.waymark.board.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.life.Stops;
import org.waymark.roster.TestRoster;

/** The office decides on a project behind a page that says what will happen. */
@WaymarkTest
class DecisionPagesTest {

    @Autowired
    Projects projects;

    @Autowired
    Stops stops;

    @Autowired
    TestRoster roster;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient db;

    private final String project =
            "PAGES-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProject() {
        projects.open(Walk.project(project));
        walk.jobs(project);
    }

    @ParameterizedTest
    @CsvSource({"leader", "manager", "cadre", "finance"})
    void nobodyButTheOfficeDecides(String who) {
        Browser browser = desk.signedIn(who);
        assertThat(browser.page("/projects/" + project).body()).doesNotContain("/life/suspend");
        for (String decision : List.of("suspend", "resume", "cancel", "close")) {
            assertThat(browser.page(at(decision)).statusCode()).isEqualTo(403);
            assertThat(decide(browser, decision).statusCode()).isEqualTo(403);
        }
        assertThat(state()).isEqualTo(Project.State.RUNNING);
    }

    @Test
    void theOfficeSuspendsAndResumesWithADocument() {
        Browser office = desk.signedIn("office");
        assertThat(office.page("/projects/" + project).body())
                .contains("/life/suspend")
                .contains("/life/cancel");
        assertThat(office.page(at("suspend")).body()).contains("群众的法定期限照常计算");
        var done = decide(office, "suspend");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(state()).isEqualTo(Project.State.SUSPENDED);
        String page = office.page("/projects/" + project + "?done=suspend").body();
        assertThat(page)
                .contains("项目已中止。")
                .contains("资金未到位（芦政〔2021〕1号）")
                .contains("/life/resume")
                .doesNotContain("/life/suspend");
        assertThat(decide(office, "resume").statusCode()).isEqualTo(302);
        assertThat(state()).isEqualTo(Project.State.RUNNING);
    }

    @Test
    void aSecondClickFindsItDone() {
        Browser office = desk.signedIn("office");
        decide(office, "suspend");
        assertThat(decide(office, "suspend").statusCode()).isEqualTo(302);
        assertThat(stops.of(project)).hasSize(1);
    }

    @Test
    void twoClicksAtTheSameMomentSuspendOnce() {
        Browser one = desk.signedIn("office");
        Browser two = desk.signedIn("admin");
        List<Callable<HttpResponse<String>>> both = List.of(() -> decide(one, "suspend"), () -> decide(two, "suspend"));
        assertThat(Together.all(both)).extracting(HttpResponse::statusCode).allMatch(status -> status < 500);
        assertThat(stops.of(project)).hasSize(1);
        assertThat(state()).isEqualTo(Project.State.SUSPENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void whatIsMissingIsSaidOnTheFormWithWhatWasTyped(String language) {
        Browser office = desk.signedIn("office", language);
        var answer = office.submit(at("suspend"), at("suspend"), Map.of("reason", "资金未到位", "document", " "));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(language.equals("en") ? "Please give the number of the document" : "请填写批准文号。")
                .contains("资金未到位");
        var long_ = office.submit(at("suspend"), at("suspend"), Map.of("reason", "长".repeat(1001), "document", "1号"));
        assertThat(long_.statusCode()).isEqualTo(400);
        assertThat(state()).isEqualTo(Project.State.RUNNING);
    }

    @Test
    void cancellingListsWhatEndsAndWhatGoesOn() {
        phase();
        roster.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
        Browser office = desk.signedIn("office");
        assertThat(office.page(at("cancel")).body())
                .contains("将终止的事项")
                .contains("未办结的案件：1 个")
                .contains("H-0001")
                .contains("尚未开始的节点（一并取消）")
                .contains("下列分期不受影响")
                .contains("二期");
        assertThat(decide(office, "cancel").statusCode()).isEqualTo(302);
        assertThat(state()).isEqualTo(Project.State.CANCELLED);
        assertThat(projects.phases(project)).singleElement().returns(Project.State.RUNNING, Project::state);
        assertThat(office.page("/projects/" + project).body()).doesNotContain("/life/");
    }

    @Test
    void aProjectWithSomethingOpenIsNotClosed() {
        Browser office = desk.signedIn("office");
        assertThat(office.page(at("close")).body())
                .contains("未办结的事项")
                .contains("现在不能结案")
                .doesNotContain("确认结案");
        var refused = decide(office, "close");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不能结案。请先办完，或取消项目");
        assertThat(state()).isEqualTo(Project.State.RUNNING);
    }

    @Test
    void aProjectWhoseProcessEndedBeforeItsPhasesIsClosedByHandAfterThem() {
        phase();
        nothingIsOpen();
        Browser office = desk.signedIn("office");
        assertThat(decide(office, "close").body()).contains("还有未办结的分期：二期");
        assertThat(office.page("/projects/" + project).body()).contains("二期").contains("分期");
        db.sql("update project set state = 'CLOSED' where parent = ?")
                .params(project)
                .update();
        assertThat(office.page(at("close")).body()).contains("确认结案");
        assertThat(decide(office, "close").statusCode()).isEqualTo(302);
        assertThat(state()).isEqualTo(Project.State.CLOSED);
    }

    @Test
    void whatIsNoDecisionAndNoProjectIsNotFound() {
        Browser office = desk.signedIn("office");
        assertThat(office.page(at("explode")).statusCode()).isEqualTo(404);
        assertThat(office.page("/projects/NOBODY/life/suspend").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> decide(Browser browser, String decision) {
        return browser.submit(
                "/projects/" + project, at(decision), Map.of("reason", "资金未到位", "document", "芦政〔2021〕1号"));
    }

    private String at(String decision) {
        return "/projects/%s/life/%s".formatted(project, decision);
    }

    private Project.State state() {
        return projects.find(project).orElseThrow().state();
    }

    private void phase() {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, starts_on, opened_at, parent)
                        select code || '-2', template, '二期', 'Phase 2', 'RUNNING', starts_on, opened_at, code
                        from project where code = ?""")
                .params(project)
                .update();
    }

    /** As if all of its process were done. */
    private void nothingIsOpen() {
        db.sql("update step set state = 'DONE' where project = ?")
                .params(project)
                .update();
        db.sql("update milestone set state = 'REACHED' where project = ?")
                .params(project)
                .update();
        projects.close(project);
    }
}
