package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.Rows;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.standing.OpenStep;
import org.waymark.milestone.standing.OpenSteps;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.TestRoster;

@WaymarkTest
class BoardTest {

    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Desk desk;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    OpenSteps open;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    private final String project = "BOARD-" + ++count;

    @Test
    void whatIsLateStandsUnderItsMilestoneVillageAndTeamWithItsHouseholds() {
        open(imported(1, "inspect", 20), imported(2, "inspect", 14), imported(3, "entry", 1));
        var late = open.dueBefore(today()).stream()
                .filter(step -> step.project().equals(project))
                .toList();
        assertThat(late).extracting(OpenStep::objectNo).containsExactly("H-0001", "H-0002");
        String page =
                Browser.signedIn(port, "leader").call("GET", "/board", null).body();
        assertThat(page).contains("长期逾期").contains("芦溪村").contains("H-0001").contains("驻村干部甲");
    }

    @Test
    void aCitizensPeriodIsNeverOnTheBoard() {
        open(Walk.household(1, "luxi", "served", Map.of("reportServed", today().minusDays(200))));
        assertThat(open.dueBefore(today().plusDays(30)))
                .noneMatch(step -> step.project().equals(project));
    }

    @Test
    void whatWaitsForAnOutsiderStandsApart() {
        open(imported(1, "inspect", 20));
        Step step = steps.ofInstance(project + ":H-0001:appraisal:1").get(0);
        steps.waitFor(step.taskId(), "铁路方", today(), "函1");
        String rows = "/board/overdue?project=" + project;
        Browser leader = Browser.signedIn(port, "leader");
        assertThat(leader.call("GET", rows + "&section=LONG", null).body()).doesNotContain("H-0001");
        assertThat(leader.call("GET", rows, null).body()).contains("没有符合条件的环节");
        assertThat(leader.call("GET", rows + "&section=WAITING", null).body())
                .contains("H-0001")
                .contains("已等待 0 天")
                .contains("铁路方（%s 起）".formatted(today()));
    }

    @Test
    void moreThanFiftyRowsOfAGroupAreTurnedPageByPage() {
        var rows = new Rows(db, clock, project).project();
        for (int number = 1; number <= 60; number++) {
            rows.step(number, 70 - number, "OURS", null, "7组");
        }
        Browser leader = Browser.signedIn(port, "leader", "en");
        String board = leader.call("GET", "/board", null).body();
        String link =
                "/board/overdue?project=%s&amp;milestone=milestone_appraisal&amp;village=luxi&amp;team=7%%E7%%BB%%84&amp;section=LONG"
                        .formatted(project);
        assertThat(board).contains(link).contains("All 60 steps, page by page").contains("team 7");
        assertThat(board).contains("60 steps overdue; the oldest was due " + today().minusDays(69));
        String second =
                leader.call("GET", link.replace("&amp;", "&") + "&page=2", null).body();
        assertThat(second).contains("Page 2 of 2 (60 steps)").contains("H-0051").doesNotContain("H-0050");
        assertThat(second).contains("10 days late").contains("Inspect the site");
    }

    @Test
    void theBoardSpeaksEnglishToThoseWhoReadIt() {
        new Rows(db, clock, project).project().ours(1, 2);
        String page = Browser.signedIn(port, "leader", "en")
                .call("GET", "/board", null)
                .body();
        assertThat(page)
                .contains("<html lang=\"en\">")
                .contains("Newly overdue")
                .contains("Test project");
    }

    @Test
    void theProjectPageCountsByStageAndVillage() {
        open(
                imported(1, "inspect", 1),
                imported(2, "inspect", 1),
                Walk.household(3, "xuanao", NewObject.DONE, Map.of()));
        String page = Browser.signedIn(port, "manager")
                .call("GET", "/projects/" + project, null)
                .body();
        assertThat(page).contains("待查勘").contains("已办结").contains("台账有效 3 户").contains("1 / 3 户");
        assertThat(Browser.signedIn(port, "manager", "en")
                        .call("GET", "/projects/" + project, null)
                        .body())
                .contains("To be inspected")
                .contains("Houses appraised")
                .contains("1 / 3 households");
    }

    @Test
    void aNameIsMaskedForThoseWithoutNeed() {
        open(imported(1, "inspect", 1));
        String page = "/projects/" + project + "/objects/H-0001";
        assertThat(Browser.signedIn(port, "cadre").call("GET", page, null).body())
                .contains("户主 001");
        assertThat(Browser.signedIn(port, "cadre2").call("GET", page, null).body())
                .doesNotContain("户主 001")
                .contains("户**1");
    }

    @Test
    void whoMayClaimAStepIsNamedBeforeWhoAnswersForIt() {
        open(imported(1, "inspect", 20));
        String rows = "/board/overdue?project=" + project;
        assertThat(Browser.signedIn(port, "leader").call("GET", rows, null).body())
                .contains("待领取：评估机构")
                .contains("包干人 驻村干部甲")
                .contains("逾期环节");
        assertThat(Browser.signedIn(port, "leader", "en")
                        .call("GET", rows, null)
                        .body())
                .contains("To be claimed: Appraisal agency")
                .contains("Responsible: Village cadre A");
    }

    @Test
    void theObjectPageShowsWhatWasEnteredToThoseWhoMayReadIt() throws Exception {
        Step survey = desk.open(project, null, Map.of());
        Browser cadre = Browser.signedIn(port, "cadre");
        var fields = walk.filled(survey, Map.of("access", "ok", "coOwners", "户主 001 的兄弟", "remark", "一楼"));
        assertThat(desk.save(cadre, survey, fields, 0).statusCode()).isEqualTo(200);
        cadre.call("POST", Desk.task(survey) + "/complete", "{}");

        String page = "/projects/" + project + "/objects/H-0001";
        assertThat(Browser.signedIn(port, "leader").call("GET", page, null).body())
                .contains("办理内容与附件", "入户情况", "已入户", "户主 001 的兄弟", "/ui/steps/" + survey.taskId() + "/evidence/");
        assertThat(Browser.signedIn(port, "leader", "en")
                        .call("GET", page, null)
                        .body())
                .contains("Outcome", "Surveyed", "Household 001");
        assertThat(Browser.signedIn(port, "admin").call("GET", page, null).body())
                .contains("已入户", "户**1 的兄弟")
                .doesNotContain("户主 001");
        assertThat(Browser.signedIn(port, "cadre2").call("GET", page, null).body())
                .contains("您没有查看权限")
                .doesNotContain("已入户", "/evidence/");
    }

    @Test
    void aNumberIsFoundByItsDigits() {
        open(imported(1, "inspect", 1), imported(11, "inspect", 1));
        Browser leader = Browser.signedIn(port, "leader");
        String find = "/projects/" + project + "/objects?number=";
        assertThat(leader.call("GET", find + "1", null).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/projects/" + project + "/objects/H-0001"));
        String missing = leader.call("GET", find + "7", null)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(missing).endsWith("?missing=7#find");
        assertThat(Jsoup.parse(leader.page(missing).body())
                        .select("#find[tabindex=-1] [role=status]")
                        .text())
                .isEqualTo("台账中没有编号 7，请核对。");
    }

    @Test
    void tasklistIsToldTheReadersNames() {
        assertThat(Browser.signedIn(port, "leader", "en")
                        .call("GET", "/ui/names", null)
                        .body())
                .contains("\"驻村干部甲 Village cadre A\":\"Village cadre A\"")
                .contains("\"cadres.luxi\":\"Village cadres (Luxi)\"");
        assertThat(Browser.signedIn(port, "leader")
                        .call("GET", "/ui/names", null)
                        .body())
                .contains("\"驻村干部甲 Village cadre A\":\"驻村干部甲\"")
                .contains("\"cadres.luxi\":\"驻村干部（芦溪村）\"");
    }

    @Test
    void anUnknownProjectIsSaidToBeUnknown() {
        var answer = Browser.signedIn(port, "leader").call("GET", "/projects/NONE", null);
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private void open(NewObject... households) {
        projects.open(Walk.project(project));
        roster.open(project, List.of(households));
    }

    private NewObject imported(int number, String stage, int daysAgo) {
        return Walk.household(number, "luxi", stage, Map.of(NewObject.SINCE, today().minusDays(daysAgo)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
