package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Projects;
import org.waymark.roster.gate.GateTable;
import org.waymark.roster.gate.Gates;

/** What cannot be opened or let through stops no other: it is named, and waits for somebody to look at it. */
@WaymarkTest
class FailedCaseTest {

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
    Standing standing;

    @Autowired
    ChangeLog log;

    @Autowired
    TestRoster test;

    @Autowired
    JdbcClient db;

    private String project;
    private String other;
    private RosterWork work;

    @BeforeEach
    void twoProjects() {
        work = new RosterWork(opening, gates, table, roster, projects);
        project = "FAIL-" + ++count;
        other = "FAIL-OTHER-" + count;
        projects.open(Walk.project(project));
        projects.open(Walk.project(other));
    }

    @AfterEach
    void nothingIsLeftBroken() {
        completion("all");
        db.sql("update roster_case set start_stage = null where start_stage = 'nowhere'")
                .update();
    }

    @Test
    void aCaseThatCannotBeOpenedFailsAloneAndTheOthersOpen() {
        add(3);
        test.toAppraisal(project);
        broken("H-0002");

        work.openRequested();

        assertThat(theCase("H-0001").state()).isEqualTo(Case.State.OPEN);
        assertThat(theCase("H-0003").state()).isEqualTo(Case.State.OPEN);
        assertThat(theCase("H-0002").state()).isEqualTo(Case.State.FAILED);
        assertThat(theCase("H-0002").failure()).contains("has no stage 'nowhere'");
        assertThat(log.of(theCase("H-0002").caseKey()))
                .extracting(ChangeLog.Recorded::what)
                .containsExactly("case.failed");
    }

    @Test
    void theGateWaitsForACaseThatFailedAndItIsNotCountedAsClosed() {
        add(2);
        test.toAppraisal(project);
        broken("H-0002");
        work.openRequested();
        test.close(project, "H-0001", 1);
        test.look(project);

        assertThat(state(project)).isEqualTo(State.OPEN);
        assertThat(appraisal().closed()).isEqualTo(1);
        assertThat(appraisal().open()).isEqualTo(1);
    }

    @Test
    void aCaseThatFailedIsTriedAgainOnlyWhenSomebodyAsks() {
        add(1);
        test.toAppraisal(project);
        broken("H-0001");
        work.openRequested();
        nothingIsLeftBroken();
        work.openRequested();
        assertThat(theCase("H-0001").state()).isEqualTo(Case.State.FAILED);

        roster.tryAgain(theCase("H-0001").caseKey());
        work.openRequested();

        assertThat(theCase("H-0001").state()).isEqualTo(Case.State.OPEN);
        assertThat(theCase("H-0001").failure()).isNull();
        assertThatThrownBy(() -> roster.tryAgain(theCase("H-0001").caseKey())).isInstanceOf(Refused.class);
    }

    @Test
    void aHouseholdWhoseCaseFailedCanBeWithdrawn() {
        add(1);
        test.toAppraisal(project);
        broken("H-0001");
        work.openRequested();
        roster.withdraw(project, "H-0001", "线路调整，不在红线内");
        test.look(project);
        assertThat(theCase("H-0001").state()).isEqualTo(Case.State.CANCELLED);
        assertThat(state(project)).isEqualTo(State.REACHED);
    }

    @Test
    void aGateThatCannotBeLookedAtHoldsUpNoOther() {
        test.toAppraisal(project);
        test.toAppraisal(other);
        completion("share:half");

        work.openRequested();
        work.sweep();

        assertThat(state(other)).isNotEqualTo(State.OPEN);
        assertThat(state(project)).isEqualTo(State.OPEN);
    }

    private void add(int households) {
        roster.add(
                project,
                "household",
                IntStream.rangeClosed(1, households)
                        .mapToObj(number -> Walk.household(number, "luxi", null, Map.of()))
                        .toList());
    }

    /** Its case was asked for at a stage no diagram has, as by a version before the check. */
    private void broken(String number) {
        db.sql("update roster_case set start_stage = 'nowhere' where case_key = ?")
                .params(theCase(number).caseKey())
                .update();
    }

    private void completion(String rule) {
        db.sql("update milestone set completion = ? where project = ? and element = 'milestone_appraisal'")
                .params(rule, project)
                .update();
    }

    private Case theCase(String number) {
        List<Case> cases = roster.casesOf(roster.find(project, number).orElseThrow());
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private Standing.Now appraisal() {
        return standing.of(project).milestones().stream()
                .filter(now -> now.milestone().element().equals("milestone_appraisal"))
                .findFirst()
                .orElseThrow();
    }

    private State state(String code) {
        return milestones.find(code, "milestone_appraisal").orElseThrow().state();
    }
}
