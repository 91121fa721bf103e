package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** What is marked in the diagram of a project that has come half its way. */
@WaymarkTest
class DiagramMarksTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    Walk walk;

    @Autowired
    Desk desk;

    private final String project = "MARKS-" + ++count;

    @BeforeEach
    void openAProject() {
        projects.open(Walk.project(project));
    }

    @Test
    void beforeItsFirstMilestoneNothingIsMarked() {
        assertThat(marks()).isEmpty();
    }

    @Test
    void anOpenStepIsCurrentWithItsMilestoneAndWhatIsBehindIsDone() {
        walk.jobs(project);
        walk.submit(project, "step_publishScope");
        walk.submit(project, "step_notifyFreeze");
        walk.jobs(project);
        assertThat(marks())
                .isEqualTo(Map.of(
                        "milestone_scope", "done",
                        "step_publishScope", "done",
                        "step_notifyFreeze", "done",
                        "milestone_agency", "current",
                        "step_consultAgency", "current"));
    }

    @Test
    void aMilestoneThatWaitsForItsHouseholdsIsCurrentAndOnePassedByIsNotMarked() {
        roster.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
        assertThat(marks())
                .containsEntry("milestone_appraisal", "current")
                .containsEntry("milestone_commission", "done")
                .containsEntry("step_signCommission", "done")
                .doesNotContainKeys("milestone_agencyVote", "step_voteAgency", "milestone_archive", "step_survey");
    }

    @Test
    void aStepDoneAgainAfterARefusalIsCurrentAgain() {
        walk.toAppraisal(project);
        roster.look(project);
        walk.submit(project, "step_publishResults");
        walk.submit(project, "approval_acceptResults", Map.of("accepted", "false"));
        assertThat(marks())
                .containsEntry("step_publishResults", "current")
                .containsEntry("approval_acceptResults", "done")
                .containsEntry("milestone_archive", "current");
    }

    @Test
    void theMarksAreWrittenOutInTheReadersLanguage() {
        walk.jobs(project);
        var english = Jsoup.parse(page("en"));
        assertThat(english.select("[data-mark=current]").eachText())
                .containsExactly("Scope announced and frozen", "Announce the scope");
        assertThat(Jsoup.parse(page("zh-CN")).select("[data-mark=current]").eachText())
                .containsExactly("范围公告与冻结", "发布范围公告");
    }

    private Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        Jsoup.parse(page("zh-CN"))
                .select("[data-mark]")
                .forEach(mark -> marks.put(mark.attr("data-element"), mark.attr("data-mark")));
        return marks;
    }

    private String page(String language) {
        return desk.signedIn("leader", language)
                .call("GET", "/projects/" + project, null)
                .body();
    }
}
