package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Overtaken;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;
import org.waymark.roster.gate.GateTable.Place;
import org.waymark.roster.gate.Gates;

/** Two transactions at once: whichever comes first, no household is forgotten and none goes on after it was withdrawn. */
@WaymarkTest
class RosterRaceTest {

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
    TestRoster test;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private String project;

    @BeforeEach
    void openAProject() {
        project = "TURN-" + ++count;
        projects.open(Walk.project(project));
    }

    @Test
    void aHouseholdAddedWhileItsMilestoneOpensGetsItsCase() {
        beforeAppraisal();
        assertThat(overlapping(this::add, () -> walk.jobs(project))).containsOnlyNulls();
        test.openRequested();
        test.look(project);
        assertThat(theCase().late()).isFalse();
        assertThat(appraisal()).isEqualTo(State.OPEN);
    }

    @Test
    void aMilestoneThatOpensWhileAHouseholdIsAddedOpensItsCase() {
        beforeAppraisal();
        assertThat(overlapping(() -> walk.jobs(project), this::add)).containsOnlyNulls();
        assertThat(theCase().late()).isFalse();
    }

    @Test
    void aHouseholdAddedWhileTheGatePassesIsLate() {
        test.toAppraisal(project);
        assertThat(overlapping(this::look, this::add)).containsOnlyNulls();
        assertThat(theCase().late()).isTrue();
        assertThat(appraisal()).isEqualTo(State.REACHED);
    }

    @Test
    void theGateWaitsForAHouseholdThatIsBeingAdded() {
        test.toAppraisal(project);
        assertThat(overlapping(this::add, this::look)).containsOnlyNulls();
        assertThat(theCase().late()).isFalse();
        assertThat(appraisal()).isEqualTo(State.OPEN);
    }

    @Test
    void aHouseholdWithdrawnWhileItsMilestoneOpensGetsNoCase() {
        beforeAppraisal();
        add();
        assertThat(overlapping(this::withdraw, () -> walk.jobs(project))).containsOnlyNulls();
        assertThat(roster.casesOf(household())).isEmpty();
    }

    @Test
    void aHouseholdWithdrawnWhileItsCaseOpensLeavesNothingRunning() {
        test.toAppraisal(project);
        add();
        assertThat(overlapping(opening::chunk, this::withdraw)).containsOnlyNulls();
        assertThat(theCase().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(walk.open(theCase().caseKey())).isEmpty();
    }

    @Test
    void aCaseIsNotOpenedWhileItsHouseholdIsWithdrawn() {
        test.toAppraisal(project);
        add();
        assertThat(overlapping(this::withdraw, opening::chunk)).containsOnlyNulls();
        test.openRequested();
        assertThat(theCase().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(walk.open(theCase().caseKey())).isEmpty();
    }

    @Test
    void ofWithdrawingAndClosingTheLaterOneIsRefused() {
        test.open(project, List.of(Walk.household(1, "luxi", "value", Map.of())));
        List<Throwable> failures = overlapping(() -> walk.submit(theCase().caseKey(), "step_fixValue"), this::withdraw);
        assertThat(failures.get(0)).isNull();
        overtaken(failures.get(1));
        assertThat(theCase().state()).isEqualTo(Case.State.CLOSED);
        assertThat(household().state()).isEqualTo(RosterObject.State.VALID);
    }

    @Test
    void ofClosingAndWithdrawingTheLaterOneIsRefused() {
        test.open(project, List.of(Walk.household(1, "luxi", "value", Map.of())));
        List<Throwable> failures =
                overlapping(this::withdraw, () -> walk.submit(theCase().caseKey(), "step_fixValue"));
        assertThat(failures.get(0)).isNull();
        overtaken(failures.get(1));
        assertThat(theCase().state()).isEqualTo(Case.State.CANCELLED);
    }

    @Test
    void aCaseOpenedAgainByTwoAtOnceOpensAgainOnce() {
        test.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
        test.close(project, "H-0001", 1);
        List<Throwable> failures = overlapping(this::reopen, this::reopen);
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class);
        assertThat(roster.casesOf(household())).extracting(Case::run).containsExactly(1, 2);
    }

    /** By our own row or by the engine's; the engine wraps what a listener throws. */
    private static void overtaken(Throwable failure) {
        assertThat(Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                .anySatisfy(
                        cause -> assertThat(cause).isInstanceOfAny(Overtaken.class, OptimisticLockingException.class));
    }

    private List<Throwable> overlapping(Runnable first, Runnable second) {
        return Together.overlapping(transaction, db, first, second);
    }

    /** The appraisal is the next thing to open. */
    private void beforeAppraisal() {
        walk.jobs(project);
        walk.submit(project, "step_publishScope");
        walk.submit(project, "step_notifyFreeze");
        walk.jobs(project);
        walk.submit(project, "step_consultAgency", Map.of("agencyAgreed", "true"));
        walk.jobs(project);
        walk.submit(project, "step_signCommission");
    }

    private void add() {
        roster.add(project, "household", List.of(Walk.household(1, "luxi", null, Map.of())));
    }

    private void withdraw() {
        roster.withdraw(project, "H-0001", "线路调整，不在红线内");
    }

    private void reopen() {
        roster.reopen(project + ":H-0001:appraisal:1", "service", Map.of(), "判决后重新送达");
    }

    private void look() {
        gates.look(new Place(project, "milestone_appraisal"), 0);
    }

    private RosterObject household() {
        return roster.find(project, "H-0001").orElseThrow();
    }

    private Case theCase() {
        assertThat(roster.casesOf(household())).hasSize(1);
        return roster.casesOf(household()).get(0);
    }

    private State appraisal() {
        return milestones.find(project, "milestone_appraisal").orElseThrow().state();
    }
}
