package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.project.Projects;
import org.waymark.roster.gate.GateTable.Place;
import org.waymark.roster.gate.Gates;

/** A milestone entered again works through its households again; its gate counts each by its newest case. */
@WaymarkTest
class RoundTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Roster roster;

    @Autowired
    Gates gates;

    @Autowired
    Engine engine;

    @Autowired
    TestRoster test;

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private String project;

    @BeforeEach
    void aProjectWithTwoHouseholds() {
        project = "ROUND-" + ++count;
        projects.open(Walk.project(project));
        test.open(
                project,
                List.of(Walk.household(1, "luxi", null, Map.of()), Walk.household(2, "xuanao", null, Map.of())));
    }

    @Test
    void aReenteredMilestoneGoesThroughItsHouseholdsAgain() {
        closeBoth(1);
        test.look(project);
        again("step_publishResults");

        test.look(project);
        assertThat(appraisal().state()).isEqualTo(State.OPEN);
        assertThat(appraisal().round()).isEqualTo(2);

        test.openRequested();
        assertThat(cases("H-0001"))
                .containsExactly(tuple(1, Case.State.CLOSED, false), tuple(2, Case.State.OPEN, false));
        closeBoth(2);
        test.look(project);
        assertThat(appraisal().state()).isEqualTo(State.REACHED);
        assertThat(db.sql(
                                """
                                select count(*) from milestone_round r join milestone m on m.id = r.milestone
                                where m.project = ? and m.element = 'milestone_appraisal' and reached_on is not null""")
                        .params(project)
                        .query(Integer.class)
                        .single())
                .as("every round keeps its day")
                .isEqualTo(2);
    }

    @Test
    void whatIsClosedInTheNewRoundIsNotAskedForOnceMore() {
        closeBoth(1);
        test.look(project);
        again("step_publishResults");
        test.openRequested();
        test.close(project, "H-0001", 2);

        roster.openAll(project, "milestone_appraisal");

        assertThat(cases("H-0001")).hasSize(2);
    }

    @Test
    void aGateThatWaitedInAnEarlierRoundIsPassedOver() {
        again("message_rosterClosed");
        assertThat(appraisal().round()).isEqualTo(2);

        closeBoth(1);
        test.look(project);

        assertThat(appraisal().state()).isEqualTo(State.REACHED);
        assertThat(cases("H-0001")).as("what was under way counts").hasSize(1);
    }

    @Test
    void aHouseholdOpenedAgainNoLongerCountsForTheShare() {
        completion("share:1.0");
        test.close(project, "H-0001", 1);
        roster.reopen(project + ":H-0001:appraisal:1", "entry", Map.of(), "面积有误，重新入户");
        test.openRequested();
        test.close(project, "H-0002", 1);
        test.look(project);
        assertThat(appraisal().state()).isEqualTo(State.OPEN);

        test.close(project, "H-0001", 2);
        test.look(project);
        assertThat(appraisal().state()).isEqualTo(State.REACHED);
    }

    @Test
    void aShareOfTheHouseholdsOpensTheGateAndTheRestGoesOn() {
        completion("share:0.5");
        test.close(project, "H-0001", 1);
        test.look(project);
        assertThat(appraisal().state()).isEqualTo(State.REACHED);
        assertThat(cases("H-0002")).containsExactly(tuple(1, Case.State.OPEN, false));
    }

    @Test
    void theGateWaitsForAHouseholdWithoutACaseAndTheSweepAsksForIt() {
        closeBoth(1);
        new Rows(db, clock, project).household(3, null, null);
        gates.look(new Place(project, "milestone_appraisal"), 0);
        assertThat(appraisal().state()).isEqualTo(State.OPEN);

        roster.openAll(project, "milestone_appraisal");
        assertThat(cases("H-0003")).containsExactly(tuple(1, Case.State.REQUESTED, false));
    }

    /** Goes back into the appraisal from where the project stands, as an office would by moving its process. */
    private void again(String from) {
        engine.move(projects.find(project).orElseThrow().processInstance(), List.of(from), "milestone_appraisal");
        walk.jobs(project);
    }

    private void closeBoth(int run) {
        test.close(project, "H-0001", run);
        test.close(project, "H-0002", run);
    }

    private void completion(String rule) {
        db.sql("update milestone set completion = ? where project = ? and element = 'milestone_appraisal'")
                .params(rule, project)
                .update();
    }

    private List<org.assertj.core.groups.Tuple> cases(String number) {
        return roster.casesOf(roster.find(project, number).orElseThrow()).stream()
                .map(one -> tuple(one.run(), one.state(), one.late()))
                .toList();
    }

    private Milestone appraisal() {
        return milestones.find(project, "milestone_appraisal").orElseThrow();
    }
}
