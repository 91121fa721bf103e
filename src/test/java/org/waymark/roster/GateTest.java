package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
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
    TestRoster testRoster;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    @Autowired
    Clock clock;

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
        walk.jobs(project);
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
    void aMilestoneIsReachedOnTheDayItsLastWorkHappened() {
        roster.add(
                project,
                "household",
                List.of(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "luxi", null, Map.of())));
        walk.jobs(project);
        walk.submit(project, "step_publishScope", Map.of("happenedOn", daysAgo(5)));
        walk.submit(project, "step_notifyFreeze", Map.of("happenedOn", daysAgo(4)));
        walk.jobs(project);
        walk.submit(project, "step_consultAgency", Map.of("agencyAgreed", "true"));
        walk.jobs(project);
        walk.submit(project, "step_signCommission");
        walk.jobs(project);
        openCases();
        closeByDispute("H-0001", daysAgo(3));
        closeByDispute("H-0002", daysAgo(2));
        look();

        assertThat(actual("milestone_scope")).isEqualTo(daysAgo(4));
        assertThat(actual("milestone_agency")).isEqualTo(daysAgo(0));
        assertThat(actual("milestone_appraisal")).isEqualTo(daysAgo(2));
    }

    @Test
    void aWithdrawalIsTheLastWorkWhenItOpensTheGate() {
        roster.add(
                project,
                "household",
                List.of(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "luxi", null, Map.of())));
        toAppraisal();
        openCases();
        closeByDispute("H-0001", daysAgo(3));
        roster.withdraw(project, "H-0002", "线路调整，不在红线内");
        look();
        assertThat(actual("milestone_appraisal")).isEqualTo(daysAgo(0));
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
        closeByDispute(number, daysAgo(0));
    }

    private void closeByDispute(String number, String day) {
        String key = project + ":" + number + ":appraisal:1";
        walk.submit(key, "step_survey", Map.of("access", "disputed", "happenedOn", day));
        walk.submit(key, "step_resolveDispute", Map.of("disputeOutcome", "open", "happenedOn", day));
    }

    private String daysAgo(int days) {
        return LocalDate.now(clock).minusDays(days).toString();
    }

    private String actual(String element) {
        return milestones.find(project, element).orElseThrow().actualOn().toString();
    }

    private void look() {
        testRoster.look(project);
    }

    private State state(String element) {
        return milestones.find(project, element).orElseThrow().state();
    }
}
