package org.waymark.board.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.project.Projects;

/** The page of what was done in a project, over HTTP. */
@WaymarkTest
class RecordPageTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    private final String project = "REC-" + ++count;

    @BeforeEach
    void aParkWhoseInvestorIsDecided() {
        projects.open(Walk.project(project, "industrial-park", null));
        walk.jobs(project);
        walk.submit(project, "step_setUp");
        walk.jobs(project);
    }

    @Test
    void itShowsTheStepsByMilestoneWithWhatWasEntered() {
        Document page = page("leader", "zh-CN");
        var first = page.selectFirst("section");
        assertThat(first.select("h2").text()).contains("谋划与投资主体", "完成");
        assertThat(first.select("tbody .lead").text()).isNotBlank();
        assertThat(first.select("dl.filled dt").eachText()).contains("投资主体");
        assertThat(Jsoup.parse(desk.signedIn("leader")
                                .page("/projects/" + project)
                                .body())
                        .select("a[href='/projects/" + project + "/record']"))
                .hasSize(1);
    }

    @Test
    void whoMayNotReadAStepSeesThatItWasDoneAndNothingOfIt() {
        Document page = page("appraiser", "zh-CN");
        assertThat(page.select("table.steps")).isNotEmpty();
        assertThat(page.select("dl.filled")).isEmpty();
        assertThat(page.text()).contains("您没有查看权限");
    }

    @Test
    void whoDidAStepReadsWhatWasEntered() {
        assertThat(page("economy", "zh-CN").select("dl.filled dt").eachText()).contains("投资主体");
    }

    @Test
    void theChangeLogSpeaksTheReadersLanguageAndNoCodes() {
        transaction.executeWithoutResult(status -> {
            var open = milestones.lock(project, "milestone_permit");
            milestones.plan(open, open.plannedOn().plusDays(7), "reason of a test");
            for (String what : List.of("proposed", "approved", "refused", "withdrawn")) {
                log.add(new Change(
                        project,
                        "plan." + what,
                        project,
                        null,
                        what.equals("proposed") ? "milestone_permit 2021-08-01 → 2021-09-01" : null,
                        null,
                        LocalDate.of(2021, 6, 15)));
            }
        });
        assertThat(changes(page("leader", "zh-CN")))
                .contains("节点开始 · 谋划与投资主体", "环节提交 · 登记项目", "计划日期变更 · 施工许可与开工", "施工许可与开工 2021-08-01 → 2021-09-01")
                .doesNotContainPattern("[a-z]+[._][a-z]+|[A-Z]{4,}|[a-z][A-Z]");
        assertThat(changes(page("leader", "en")))
                .contains("Milestone begun", "Planned day changed", "New days signed off")
                .doesNotContainPattern("[a-z][._][a-z]+|[A-Z]{4,}|[a-z][A-Z]|\\p{IsHan}");
    }

    @Test
    void aProjectNobodyKnowsHasNoRecord() {
        assertThat(desk.signedIn("leader").page("/projects/NONE/record").statusCode())
                .isEqualTo(404);
    }

    private static String changes(Document page) {
        return page.select("section[aria-labelledby=changes] tbody").text();
    }

    private Document page(String person, String language) {
        var answer = desk.signedIn(person, language).page("/projects/" + project + "/record");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
