package org.waymark.board.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Browser;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;

/** What the import says of a file before anything is imported, and the sample it offers. */
@WaymarkTest
class ImportPageTest {

    private static final LocalDate START = LocalDate.of(2021, 6, 15);
    private static final LocalDate TARGET = LocalDate.of(2021, 12, 31);
    private static int count;

    @Autowired
    Desk desk;

    @Autowired
    Milestones milestones;

    private final String code = "IMPORT" + ++count;

    @Test
    void daysTheTemplatePutsAfterTheTargetAreDrawnInBeforeItAndThePageSaysSo() {
        Browser office = desk.signedIn("office");
        String look = PortfolioPagesTest.location(PortfolioPagesTest.upload(office, PortfolioPagesTest.file(code)));
        assertThat(office.page(look).body()).contains("按模板须到 2022-").contains("已按比例提前到计划完成日期以内");
        office.form(look, Map.of());
        assertThat(milestones.of(code))
                .extracting(Milestone::plannedOn)
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(day -> assertThat(day).isBetween(START, TARGET))
                .last()
                .satisfies(last -> assertThat(last).isAfter(LocalDate.of(2021, 12, 20)));
    }

    @Test
    void daysThatAreGivenStayAndTheOthersAreDrawnInAroundThem() {
        Browser office = desk.signedIn("office");
        String file = PortfolioPagesTest.file(code) + "    planned: { milestone_works: 2021-11-30 }\n";
        office.form(PortfolioPagesTest.location(PortfolioPagesTest.upload(office, file)), Map.of());
        assertThat(milestones.find(code, "milestone_works").orElseThrow().plannedOn())
                .isEqualTo("2021-11-30");
        assertThat(milestones.of(code)).extracting(Milestone::plannedOn).allSatisfy(day -> assertThat(day)
                .isBetween(START, TARGET));
    }

    @Test
    void timeEnoughAndTheTemplatesDaysAreKept() {
        Browser office = desk.signedIn("office");
        String file = PortfolioPagesTest.file(code).replace("2021-12-31", "2030-12-31");
        String look = PortfolioPagesTest.location(PortfolioPagesTest.upload(office, file));
        assertThat(office.page(look).body()).doesNotContain("已按比例提前");
        office.form(look, Map.of());
        assertThat(milestones.find(code, "milestone_prepare").orElseThrow().plannedOn())
                .as("60 workdays")
                .isEqualTo("2021-09-07");
    }

    @Test
    void wrongEntriesAreNotListedAsNew() {
        String wrong = PortfolioPagesTest.file(code + "-W").replace("kind: river", "kind: railway");
        String twice = PortfolioPagesTest.file(code);
        String file = PortfolioPagesTest.file(code) + (wrong + twice).replace("projects:\n", "");
        String page = PortfolioPagesTest.upload(desk.signedIn("office"), file).body();
        assertThat(page)
                .contains("<b>1</b> <span>新项目</span>")
                .contains("没有类别“railway”", "已在第 2 行用过")
                .doesNotContain("试验河 " + code + "-W")
                .containsOnlyOnce("试验河 " + code);
    }

    @Test
    void theCodesToChooseFromAreFollowedByTheirNames() {
        String wrong = PortfolioPagesTest.file(code)
                .replace("kind: river", "kind: railway")
                .replace("template: simple-project", "template: railway")
                .replace("unit: construction", "unit: railway")
                .replace("manager: manager2", "manager: nobody");
        assertThat(PortfolioPagesTest.upload(desk.signedIn("office"), wrong).body())
                .contains("resettlement 征迁安置、road 道路", "simple-project 一般项目", "civil 民政办", "manager2 ");
        assertThat(PortfolioPagesTest.upload(desk.signedIn("office", "en"), wrong)
                        .body())
                .contains("resettlement (Resettlement), road (Road)", "simple-project (Simple project)");
        String stage = PortfolioPagesTest.file(code) + "    stage: half\n    planned: { milestone_x: 2021-11-30 }\n";
        assertThat(PortfolioPagesTest.upload(desk.signedIn("office"), stage).body())
                .contains("works 实施中", "milestone_prepare 前期准备");
    }

    @Test
    void theSampleIsDownloadedAndHasNoFault() {
        Browser office = desk.signedIn("office");
        String sample = "/projects/import/sample.yaml";
        assertThat(office.page("/projects/import").body()).contains("href=\"" + sample + "\"");
        var answer = office.page(sample);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(kept -> assertThat(kept).startsWith("attachment"));
        String look = PortfolioPagesTest.location(PortfolioPagesTest.upload(office, answer.body()));
        assertThat(office.page(look).body()).contains("确认导入 2 个新项目").doesNotContain("已按比例提前");
        assertThat(desk.signedIn("cadre").page(sample).statusCode()).isEqualTo(403);
    }
}
