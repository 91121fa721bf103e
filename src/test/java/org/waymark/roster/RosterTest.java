package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;

/** Objects and their cases: opened once, imported, closed, opened again, cancelled. */
@WaymarkTest
class RosterTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Roster roster;

    @Autowired
    CaseOpening opening;

    @Autowired
    TestRoster testRoster;

    @Autowired
    Walk walk;

    private String project;

    @BeforeEach
    void openAProject() {
        project = "ROSTER-" + ++count;
        projects.open(Walk.project(project));
    }

    @Test
    void aClosedCaseOpensAgainAsANewRun() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
        toAppraisal();
        openCases();
        closeByDispute("H-0001");
        look();

        roster.reopen(project + ":H-0001:appraisal:1", "service", Map.of(), "判决后重新送达");
        openCases();

        assertThat(walk.open(project + ":H-0001:appraisal:2")).containsExactly("step_serveReport");
        assertThat(roster.casesOf(roster.find(project, "H-0001").orElseThrow()))
                .extracting(Case::state, Case::late)
                .containsExactly(tuple(Case.State.CLOSED, false), tuple(Case.State.OPEN, true));
    }

    @Test
    void openingTheSameRequestsTwiceOpensThemOnce() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
        toAppraisal();
        roster.openAll(project, "milestone_appraisal");
        openCases();
        assertThat(roster.casesOf(roster.find(project, "H-0001").orElseThrow())).hasSize(1);
    }

    @Test
    void aCancelledProjectCancelsItsMilestonesAndCases() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
        toAppraisal();
        openCases();

        projects.cancel(project, "项目取消");
        roster.cancelSome(project, 100);

        assertThat(milestones.of(project))
                .extracting(Milestone::element, Milestone::state)
                .contains(
                        tuple("milestone_scope", State.REACHED),
                        tuple("milestone_appraisal", State.CANCELLED),
                        tuple("milestone_archive", State.CANCELLED));
        assertThat(walk.open(project + ":H-0001:appraisal:1")).isEmpty();
    }

    @Test
    void aCaseWhosePostingRunsStandsInThatStage() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", "prelimReady", Map.of())));
        toAppraisal();
        openCases();
        walk.submit(project + ":H-0001:appraisal:1", "step_postPreliminary");
        assertThat(roster.casesOf(roster.find(project, "H-0001").orElseThrow()))
                .extracting(Case::stage)
                .containsExactly("posting");
    }

    @Test
    void anImportedHouseholdStartsAtItsStageAndOneThatIsDoneCountsAsClosed() {
        roster.add(
                project,
                "household",
                List.of(
                        Walk.household(1, "luxi", "served", Map.of("reportServed", LocalDate.of(2021, 6, 10))),
                        Walk.household(2, "luxi", NewObject.DONE, Map.of())));
        toAppraisal();
        openCases();

        assertThat(walk.open(project + ":H-0001:appraisal:1")).containsExactly("step_reviewRequest");
        assertThat(roster.casesOf(roster.find(project, "H-0002").orElseThrow()))
                .extracting(Case::state, Case::imported)
                .containsExactly(tuple(Case.State.CLOSED, true));
    }

    private void toAppraisal() {
        walk.toAppraisal(project);
        milestones.settle(project);
    }

    private void openCases() {
        while (opening.chunk() > 0) {
            // until nothing is asked for
        }
    }

    private void closeByDispute(String number) {
        String key = project + ":" + number + ":appraisal:1";
        walk.submit(key, "step_survey", Map.of("access", "disputed"));
        walk.submit(key, "step_resolveDispute", Map.of("disputeOutcome", "open"));
    }

    private void look() {
        testRoster.look(project);
    }
}
