package org.waymark.project.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Plan;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Preview.Difference;

/** A portfolio opens its projects once, as they are written. */
@WaymarkTest
class PortfolioTest {

    private static int count;

    @Autowired
    Portfolio portfolio;

    @Autowired
    Uploads uploads;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final String code = "PF" + ++count;
    private final String text = TestFile.of(code);

    @Test
    void everythingWrittenIsKeptAndTheProjectsRun() {
        assertThat(portfolio.open(TestFile.reading(text))).containsExactly(code + "-1", code + "-2");

        Project one = projects.find(code + "-1").orElseThrow();
        assertThat(one)
                .extracting(Project::nameZh, Project::nameEn, Project::kind, Project::leader, Project::manager)
                .containsExactly("一号项目", "Project one", "resettlement", "leader", "manager");
        assertThat(one.startsOn()).isEqualTo("2021-01-04");
        assertThat(one.targetOn()).isEqualTo("2021-12-31");
        assertThat(one.investment()).isEqualByComparingTo("1200.5");
        assertThat(one.madeUp()).isEqualTo("code start");
        assertThat(projects.years(one.code())).singleElement().satisfies(year -> {
            assertThat(year.investment()).isEqualByComparingTo("800");
            assertThat(year.target()).isEqualTo("征收土地 100 亩");
        });
        assertThat(projects.quantities(one.code())).singleElement().satisfies(land -> {
            assertThat(land.planned()).isEqualByComparingTo("100");
            assertThat(land.done()).isEqualByComparingTo("20");
        });
        Milestone scope = milestones.find(one.code(), "milestone_scope").orElseThrow();
        assertThat(scope.state()).isEqualTo(State.IMPORTED);
        assertThat(scope.actualOn()).isEqualTo("2021-02-10");
        assertThat(milestones.find(one.code(), "milestone_agency").orElseThrow().plannedOn())
                .isEqualTo("2021-07-30");
        walk.jobs(one.code());
        assertThat(walk.open(one.code())).contains("step_consultAgency").doesNotContain("step_publishScope");

        assertThat(projects.find(code + "-2").orElseThrow().parent()).isEqualTo(one.code());
        assertThat(projects.needsOf(code + "-2")).singleElement().satisfies(need -> {
            assertThat(need.onProject()).isEqualTo(one.code());
            assertThat(need.atLeast()).isEqualByComparingTo(BigDecimal.valueOf(50));
        });
        assertThat(log.of(one.code()).get(0))
                .extracting(ChangeLog.Recorded::what, ChangeLog.Recorded::newValue)
                .containsExactly("project.opened", "resettlement-project");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        portfolio.open(TestFile.reading(text));
        List<Integer> before = rows();
        assertThat(portfolio.open(TestFile.reading("# a comment, and other order of lines\r\n" + text)))
                .isEmpty();
        assertThat(rows()).isEqualTo(before);
        Preview preview = portfolio.preview(TestFile.reading(text));
        assertThat(preview.unchanged()).hasSize(2);
        assertThat(preview.fresh()).isEmpty();
        assertThat(preview.changed()).isEmpty();
    }

    @Test
    void ofAChangedFileOnlyWhatIsNewIsOpenedAndTheRestIsShown() {
        String first = text.substring(0, text.indexOf("  - code: " + code + "-2"));
        portfolio.open(TestFile.reading(first));
        Reading changed = TestFile.reading(
                text.replace("target: 2021-12-31", "target: 2022-01-31").replace("    investment: 1200.5\n", ""));
        Preview preview = portfolio.preview(changed);
        assertThat(preview.fresh()).extracting(Entry::code).containsExactly(code + "-2");
        assertThat(preview.changed()).singleElement().satisfies(one -> assertThat(one.differences())
                .containsExactly(
                        new Difference("investment", "1200.5", null),
                        new Difference("target", "2021-12-31", "2022-01-31")));
        assertThat(portfolio.open(changed)).containsExactly(code + "-2");
        assertThat(projects.find(code + "-1").orElseThrow().targetOn()).isEqualTo("2021-12-31");
    }

    @Test
    void aProjectNobodyImportedIsComparedWithItsRecord() {
        projects.open(Walk.project(code + "-1"));
        Preview preview = portfolio.preview(TestFile.reading(text));
        assertThat(preview.changed()).singleElement().satisfies(one -> assertThat(one.differences())
                .extracting(Difference::field)
                .containsExactly("name.en", "name.zh", "start", "template"));
    }

    @Test
    void aPlanUsedOnAnotherDayIsMovedByWholeWeeksAndKnownAgain() {
        portfolio.open(TestFile.reading(text), -2);
        assertThat(projects.find(code + "-1").orElseThrow().startsOn()).isEqualTo("2020-12-21");
        assertThat(milestones.find(code + "-1", "milestone_scope").orElseThrow().actualOn())
                .isEqualTo(LocalDate.of(2021, 1, 27));
        assertThat(portfolio.preview(TestFile.reading(text)).unchanged()).hasSize(2);
    }

    @Test
    void aPhaseMayStandBeforeItsParent() {
        int second = text.indexOf("  - code: " + code + "-2");
        String turned = "projects:\n" + text.substring(second) + text.substring("projects:\n".length(), second);
        assertThat(portfolio.open(TestFile.reading(turned))).hasSize(2);
    }

    @Test
    void ofTwoImportsAtTheSameMomentOneOpensAndTheOtherFindsThemThere() {
        Reading file = TestFile.reading(text);
        var failures =
                Together.overlapping(transaction, db, () -> portfolio.open(file), () -> assertThat(portfolio.open(file))
                        .isEmpty());
        assertThat(failures).containsOnlyNulls();
        assertThat(projects.find(code + "-2")).isPresent();
    }

    @Test
    void aDoubleClickImportsOnce() {
        String id = uploads.add("projects.yaml", text, "office");
        var failures = Together.overlapping(
                transaction, db, () -> uploads.confirm(id, "office"), () -> uploads.confirm(id, "office"));
        assertThat(failures).containsOnlyNulls();
        assertThat(uploads.find(id, "office").orElseThrow().codes()).containsExactly(code + "-1", code + "-2");
        assertThat(uploads.confirm(id, "leader")).as("somebody else's file").isFalse();
        assertThat(uploads.find(id, "leader")).isEmpty();
    }

    @Test
    void aHundredProjectsAreOpenedInOneGo() {
        StringBuilder hundred = new StringBuilder("projects:\n");
        String one = text.substring("projects:\n".length(), text.indexOf("  - code: " + code + "-2"));
        for (int n = 1; n <= 100; n++) {
            hundred.append(one.replace(code + "-1", code + "-H" + n));
        }
        long start = System.nanoTime();
        assertThat(portfolio.open(TestFile.reading(hundred.toString()))).hasSize(100);
        System.out.printf("100 projects opened in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(db.sql("select count(*) from milestone where project like ?")
                        .param(code + "-H%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1300);
    }

    private List<Integer> rows() {
        return List.of("project", "milestone", "change_log", "project_need", "project_quantity", "project_year")
                .stream()
                .map(table -> db.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    @Test
    void aFormThatIsSentTwiceOpensOneProject() {
        var fields = new java.util.LinkedHashMap<String, String>();
        TestFile.reading(text).entries().get(0).cells().forEach((path, cell) -> fields.put(path, cell.text()));
        portfolio.open(Entry.of(fields));
        portfolio.open(Entry.of(fields));
        assertThat(projects.find(code + "-1")).map(Project::kind).contains("resettlement");
        assertThat(projects.years(code + "-1")).extracting(Plan.Year::year).containsExactly(2021);
    }
}
