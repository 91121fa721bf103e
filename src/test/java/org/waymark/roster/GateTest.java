package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Project;
import org.waymark.project.Projects;

@WaymarkTest
class GateTest {

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
    Gates gates;

    @Autowired
    GateTable table;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    private String project;

    @BeforeEach
    void openAProject() {
        project = "GATE-" + ++count;
        projects.open(Walk.project(project));
    }

    @Test
    void aProjectWalksFromItsAnnouncementToItsEnd() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
        toAppraisal();

        assertThat(state("milestone_agencyVote")).isEqualTo(State.SKIPPED);
        assertThat(state("milestone_appraisal")).isEqualTo(State.OPEN);

        openCases();
        closeByDispute("H-0001");
        look();
        walk.jobs();
        assertThat(state("milestone_appraisal")).isEqualTo(State.REACHED);

        walk.submit(project, "step_publishResults");
        walk.submit(project, "approval_acceptResults", Map.of("accepted", "true"));
        assertThat(projects.find(project).orElseThrow().state()).isEqualTo(Project.State.CLOSED);
        assertThat(log.firstBroken(project)).isEmpty();
    }

    @Test
    void theGateWaitsForTheLastHousehold() {
        roster.add(
                project,
                "household",
                List.of(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "xuanao", null, Map.of())));
        toAppraisal();
        openCases();

        closeByDispute("H-0001");
        look();
        assertThat(state("milestone_appraisal")).isEqualTo(State.OPEN);

        closeByDispute("H-0002");
        look();
        assertThat(state("milestone_appraisal")).isEqualTo(State.REACHED);
    }

    @Test
    void aGateWithoutHouseholdsOpensOnArrival() {
        toAppraisal();
        look();
        assertThat(state("milestone_appraisal")).isEqualTo(State.REACHED);
    }

    @Test
    void whatIsAddedAfterTheGateIsLateAndMovesNothingBack() {
        toAppraisal();
        look();

        roster.add(project, "household", List.of(Walk.household(9, "luxi", null, Map.of())));
        openCases();

        Case late = roster.casesOf(roster.find(project, "H-0009").orElseThrow()).get(0);
        assertThat(late.late()).isTrue();
        assertThat(late.state()).isEqualTo(Case.State.OPEN);
        assertThat(state("milestone_appraisal")).isEqualTo(State.REACHED);
    }

    @Test
    void aWithdrawnHouseholdHoldsNobody() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
        toAppraisal();
        openCases();

        roster.withdraw(project, "H-0001", "线路调整，不在红线内");
        look();

        assertThat(state("milestone_appraisal")).isEqualTo(State.REACHED);
        assertThat(walk.open(project + ":H-0001:appraisal:1")).isEmpty();
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
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Case.State.CLOSED, false),
                        org.assertj.core.groups.Tuple.tuple(Case.State.OPEN, true));
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
                        org.assertj.core.groups.Tuple.tuple("milestone_scope", State.REACHED),
                        org.assertj.core.groups.Tuple.tuple("milestone_appraisal", State.CANCELLED),
                        org.assertj.core.groups.Tuple.tuple("milestone_archive", State.CANCELLED));
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
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Case.State.CLOSED, true));
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
        table.asked().forEach(gates::look);
        walk.jobs();
    }

    private State state(String element) {
        return milestones.find(project, element).orElseThrow().state();
    }
}
