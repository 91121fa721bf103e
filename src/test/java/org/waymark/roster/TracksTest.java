package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;

/** Houses, land and graves of one project side by side; each household goes on as soon as it has come through. */
@WaymarkTest
class TracksTest {

    private static final String APPRAISAL = "milestone_appraisal";
    private static final String DEMOLITION = "milestone_demolition";

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster testRoster;

    @Autowired
    Walk walk;

    private String project;

    @BeforeEach
    void openAProjectWithAllTracksUnderWay() {
        project = "TRACKS-" + ++count;
        projects.open(Walk.project(project, "resettlement-project", "underWay"));
        walk.jobs(project);
    }

    @Test
    void aHouseholdIsSignedWithAsSoonAsItsOwnValueIsFixed() {
        add(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "luxi", null, Map.of()));
        assertThat(cases("H-0001")).containsExactly("milestone_appraisal OPEN");

        testRoster.close(project, "H-0001", 1);
        testRoster.work();

        assertThat(cases("H-0001")).containsExactly("milestone_appraisal CLOSED", "milestone_demolition OPEN");
        assertThat(cases("H-0002")).containsExactly("milestone_appraisal OPEN");
        assertThat(walk.open(project + ":H-0001:demolition:1")).containsExactly("step_recognize");
    }

    @Test
    void workDoneTwiceOpensOneCase() {
        add(Walk.household(1, "luxi", null, Map.of()));
        testRoster.close(project, "H-0001", 1);

        testRoster.work();
        roster.openAll(project, DEMOLITION);
        testRoster.work();

        assertThat(cases("H-0001")).containsExactly("milestone_appraisal CLOSED", "milestone_demolition OPEN");
    }

    @Test
    void aHouseholdAlreadyBeingPaidComesInThere() {
        add(at(DEMOLITION, "pay", LocalDate.of(2021, 4, 2)));

        assertThat(cases("H-0001")).containsExactly("milestone_appraisal CLOSED", "milestone_demolition OPEN");
        assertThat(walk.open(project + ":H-0001:demolition:1")).containsExactly("step_pay");
        assertThat(find("H-0001", APPRAISAL).closedOn()).isEqualTo("2021-04-02");
    }

    @Test
    void aValueFixedBeforeWaymarkLeadsOnAtOnce() {
        add(at(APPRAISAL, NewObject.DONE, LocalDate.of(2021, 4, 2)));

        assertThat(cases("H-0001")).containsExactly("milestone_appraisal CLOSED", "milestone_demolition OPEN");
        assertThat(walk.open(project + ":H-0001:demolition:1")).containsExactly("step_recognize");
    }

    @Test
    void aHouseholdStillBeingValuedHoldsBackTheGateOfDemolition() {
        add(Walk.household(1, "luxi", null, Map.of()), at(2, DEMOLITION, NewObject.DONE, LocalDate.of(2021, 5, 2)));
        testRoster.work();
        assertThat(state(DEMOLITION)).isEqualTo(State.OPEN);

        testRoster.close(project, "H-0001", 1);
        testRoster.work();

        assertThat(state(APPRAISAL)).isEqualTo(State.REACHED);
        assertThat(state(DEMOLITION)).isEqualTo(State.OPEN);
    }

    @Test
    void aHouseholdValuedAgainIsNotSignedWithTwice() {
        add(at(APPRAISAL, NewObject.DONE, LocalDate.of(2021, 4, 2)));
        roster.reopen(project + ":H-0001:appraisal:1", "service", Map.of(), "法院判决重新送达");
        testRoster.openRequested();
        testRoster.work();

        assertThat(cases("H-0001"))
                .containsExactly("milestone_appraisal CLOSED", "milestone_demolition OPEN", "milestone_appraisal OPEN");
    }

    @Test
    void aHouseholdAddedWhileBeingValuedWaits() {
        add(at(APPRAISAL, "service", null));

        assertThat(cases("H-0001")).containsExactly("milestone_appraisal OPEN");
    }

    @Test
    void aMilestoneTheKindDoesNotGoThroughIsRefused() {
        assertThatThrownBy(() -> roster.add(project, "household", List.of(at("milestone_graves", "move", null))))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "Object H-0001: its kind does not go through a milestone “milestone_graves”. Correct the milestone.");
        assertThat(roster.find(project, "H-0001")).isEmpty();
    }

    @Test
    void gravesAndParcelsGoTheirOwnWays() {
        roster.add(project, "grave", List.of(object("G-0001")));
        roster.add(project, "parcel", List.of(object("D-0001")));
        testRoster.openRequested();

        assertThat(walk.open(project + ":G-0001:graves:1")).containsExactly("step_mark");
        assertThat(walk.open(project + ":D-0001:parcels:1")).containsExactly("step_survey");
    }

    private void add(NewObject... households) {
        roster.add(project, "household", List.of(households));
        testRoster.openRequested();
    }

    private static NewObject at(String milestone, String stage, LocalDate doneOn) {
        return at(1, milestone, stage, doneOn);
    }

    private static NewObject at(int number, String milestone, String stage, LocalDate doneOn) {
        NewObject household = Walk.household(number, "luxi", stage, Map.of());
        return new NewObject(
                household.number(),
                household.holderName(),
                household.village(),
                household.team(),
                household.section(),
                household.quantity(),
                household.people(),
                household.responsible(),
                milestone,
                stage,
                Map.of(),
                doneOn);
    }

    private static NewObject object(String number) {
        return new NewObject(
                number, "坟主 0001", "luxi", "1组", null, BigDecimal.valueOf(2), 0, "cadre", null, null, Map.of(), null);
    }

    private List<String> cases(String number) {
        return roster.casesOf(roster.find(project, number).orElseThrow()).stream()
                .sorted(Comparator.comparing(Case::id))
                .map(one -> one.milestone() + " " + one.state())
                .toList();
    }

    private Case find(String number, String milestone) {
        return roster.casesOf(roster.find(project, number).orElseThrow()).stream()
                .filter(one -> one.milestone().equals(milestone))
                .findFirst()
                .orElseThrow();
    }

    private State state(String milestone) {
        return milestones.find(project, milestone).orElseThrow().state();
    }
}
