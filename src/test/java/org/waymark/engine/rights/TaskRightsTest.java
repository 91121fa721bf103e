package org.waymark.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Step;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** Who may see, claim and act on tasks through Camunda's web API. */
@WaymarkTest
class TaskRightsTest {

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
    JdbcClient db;

    /** A cadre's step of a household in Luxi, assigned to {@code cadre}. */
    private Step assigned;

    /** An appraisers' step nobody has claimed yet. */
    private Step unclaimed;

    @BeforeEach
    void openTwoHouseholds() {
        String project = "RIGHTS-" + ++count;
        projects.open(Walk.project(project));
        roster.open(
                project,
                List.of(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "luxi", "inspect", Map.of())));
        assigned = walk.step(project + ":H-0001:appraisal:1", "step_survey");
        unclaimed = walk.step(project + ":H-0002:appraisal:1", "step_siteSurvey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "office", "admin"})
    void whoOverseesReadsButDoesNotAct(String overseer) {
        var browser = Browser.signedIn(port, overseer);
        assertThat(browser.call("GET", task(assigned), null).statusCode()).isEqualTo(200);
        assertThat(browser.call("POST", task(assigned) + "/complete", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(browser.call("POST", task(unclaimed) + "/claim", mine("{\"userId\":\"me\"}", overseer))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aCandidateClaimsLaysBackAndClaimsAgain() {
        var appraiser = Browser.signedIn(port, "appraiser");
        String claim = mine("{\"userId\":\"me\"}", "appraiser");
        assertThat(appraiser.call("POST", task(unclaimed) + "/claim", claim).statusCode())
                .isEqualTo(204);
        assertThat(walk.step(unclaimed.instanceKey(), "step_siteSurvey").assignee())
                .isEqualTo("appraiser");
        assertThat(appraiser.call("POST", task(unclaimed) + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(walk.step(unclaimed.instanceKey(), "step_siteSurvey").assignee())
                .isNull();
        assertThat(appraiser.call("POST", task(unclaimed) + "/claim", claim).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aStepOfAProjectIsItsOwnManagersAndNoOthers() {
        String own = "RIGHTS-OWN-" + count;
        projects.open(Walk.project(own));
        walk.jobs(own);
        Step step = walk.step(own, walk.open(own).get(0));
        String claim = "{\"userId\":\"me\"}";

        var other = Browser.signedIn(port, "manager2");
        assertThat(other.call("GET", task(step), null).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(other.call("POST", task(step) + "/claim", mine(claim, "manager2"))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(Browser.signedIn(port, "manager")
                        .call("POST", task(step) + "/claim", mine(claim, "manager"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void nobodyClaimsForSomebodyElse() {
        var answer =
                Browser.signedIn(port, "appraiser").call("POST", task(unclaimed) + "/claim", "{\"userId\":\"cadre2\"}");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("只能自己领取");
        assertThat(walk.step(unclaimed.instanceKey(), "step_siteSurvey").assignee())
                .isNull();
    }

    @Test
    void theSecondOfTwoClaimsIsTold() {
        Browser.signedIn(port, "appraiser")
                .call("POST", task(unclaimed) + "/claim", mine("{\"userId\":\"me\"}", "appraiser"));
        db.sql(
                        "insert into person_role (person, role) select 'land', 'appraisers' where not exists (select 1 from person_role where person = 'land' and role = 'appraisers')")
                .update();
        var second = Browser.signedIn(port, "land")
                .call("POST", task(unclaimed) + "/claim", mine("{\"userId\":\"me\"}", "land"));
        assertThat(second.statusCode()).as(second.body()).isEqualTo(403);
        assertThat(second.body()).contains("已被别人领取");
        assertThat(walk.step(unclaimed.instanceKey(), "step_siteSurvey").assignee())
                .isEqualTo("appraiser");
        db.sql("delete from person_role where person = 'land' and role = 'appraisers'")
                .update();
    }

    @Test
    void listsAndCountsShowOnlyOnesOwn() {
        String all = "/camunda/api/engine/engine/default/task";
        String page = all + "?maxResults=500&sortBy=created&sortOrder=desc";
        assertThat(Browser.signedIn(port, "cadre2").call("GET", page, null).body())
                .doesNotContain(assigned.taskId())
                .doesNotContain(unclaimed.taskId());
        String ofThisProject = "{\"processInstanceBusinessKeyLike\":\"%s:%%\"}".formatted(assigned.project());
        assertThat(Browser.signedIn(port, "cadre2")
                        .call("POST", all + "/count", ofThisProject)
                        .body())
                .contains("\"count\":0");
        assertThat(Browser.signedIn(port, "leader")
                        .call("POST", all + "/count", ofThisProject)
                        .body())
                .contains("\"count\":2");
        assertThat(Browser.signedIn(port, "cadre").call("GET", page, null).body())
                .contains(assigned.taskId());
        assertThat(Browser.signedIn(port, "appraiser").call("GET", page, null).body())
                .contains(unclaimed.taskId())
                .doesNotContain(assigned.taskId());
        assertThat(Browser.signedIn(port, "leader").call("GET", page, null).body())
                .contains(unclaimed.taskId())
                .contains(assigned.taskId());
    }

    @Test
    void historyAndVariablesStayWithTheirTasks() {
        String base = "/camunda/api/engine/engine/default";
        var other = Browser.signedIn(port, "cadre2");
        for (String query : List.of(
                "/history/task",
                "/history/variable-instance",
                "/history/detail",
                "/history/identity-link-log",
                "/history/user-operation",
                "/history/process-instance",
                "/history/activity-instance",
                "/variable-instance",
                "/process-instance",
                "/execution")) {
            var answer = other.call("GET", base + query + "?maxResults=50", null);
            assertThat(answer.statusCode() == 200 ? answer.body() : "[]")
                    .as(query)
                    .isEqualTo("[]");
        }
    }

    @Test
    void anExpressionIsRefusedAtAnyDepth() {
        var cadre = Browser.signedIn(port, "cadre");
        String all = "/camunda/api/engine/engine/default/task";
        String hidden = "{\"orQueries\":[{\"assigneeExpression\":\"${deadline.workdays(1)}\"}]}";
        assertThat(cadre.call("POST", all, hidden).statusCode()).isEqualTo(400);
        assertThat(cadre.call("POST", all, hidden).body()).contains("表达式");
        assertThat(cadre.call("GET", all + "?assigneeExpression=x", null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyMakesAnAdministratorADeploymentOrAFilter() {
        var admin = Browser.signedIn(port, "admin");
        assertThat(admin.call("POST", "/camunda/api/admin/setup/default/user/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.call("POST", "/camunda/api/engine/engine/default/deployment/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.call("POST", "/camunda/api/engine/engine/default/user/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.signedIn(port, "cadre")
                        .call("POST", "/camunda/api/engine/engine/default/filter/create", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void noAuthorizationRowIsWrittenForATask() {
        assertThat(db.sql("select count(*) from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aBareCompleteIsRefusedWithASentence() {
        var answer = Browser.signedIn(port, "cadre").call("POST", task(assigned) + "/complete", "{}");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("还没有填写完整的表单");
        assertThat(walk.open(assigned.instanceKey())).containsExactly("step_survey");
    }

    private static String task(Step step) {
        return "/camunda/api/engine/engine/default/task/" + step.taskId();
    }

    private static String mine(String body, String person) {
        return body == null ? null : body.replace("\"me\"", "\"" + person + "\"");
    }
}
