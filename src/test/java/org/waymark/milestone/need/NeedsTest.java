package org.waymark.milestone.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.standing.Lamp;
import org.waymark.milestone.standing.Standing;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.life.Quantities;
import org.waymark.project.life.Quantities.Report;

/** A project waits for another where its diagram says so, and goes on as soon as it has what it needs. */
@WaymarkTest
class NeedsTest {

    @Autowired
    Needs needs;

    @Autowired
    NeedTable table;

    @Autowired
    Projects projects;

    @Autowired
    Quantities quantities;

    @Autowired
    Milestones milestones;

    @Autowired
    Standing standing;

    @Autowired
    ChangeLog log;

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String graves = "GRAVES-" + key;
    private final String cemetery = "CEMETERY-" + key;

    @BeforeEach
    void aCemeteryOfAHundredPlaces() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                cemetery,
                List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
    }

    @Test
    void withoutNeedsAProjectGoesOnAtOnce() {
        walk.jobs(cemetery);
        assertThat(state(cemetery)).isEqualTo(State.OPEN);
        look();
        assertThat(state(cemetery)).isEqualTo(State.REACHED);
    }

    @Test
    void aProjectWaitsUntilTheAmountIsDone() {
        open(amount("50"));
        look();
        assertThat(state(graves)).isEqualTo(State.OPEN);
        did("49");
        look();
        assertThat(state(graves)).isEqualTo(State.OPEN);
        did("50");
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
        assertThat(needs.of(graves))
                .singleElement()
                .returns(NeedState.Status.MET, NeedState::status)
                .returns(today(), NeedState::since);
    }

    @Test
    void aProjectWaitsUntilTheMilestoneIsReached() {
        open(milestone("milestone_second"));
        look();
        assertThat(state(graves)).isEqualTo(State.OPEN);
        walk.jobs(cemetery);
        look();
        walk.jobs(cemetery);
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
        assertThat(needs.on(cemetery))
                .singleElement()
                .returns(NeedState.Status.MET, NeedState::status)
                .returns(graves, need -> need.project().code())
                .returns(today(), NeedState::since);
    }

    @Test
    void theSweepFindsWhatNobodyAskedToLookAt() {
        open(amount("50"));
        did("60");
        db.sql("delete from need_check where project = ?").params(graves).update();
        assertThat(table.asked()).noneMatch(place -> place.project().equals(graves));
        assertThat(table.waiting()).anyMatch(place -> place.project().equals(graves));
        needs.look(graves, "milestone_first");
        assertThat(state(graves)).isEqualTo(State.REACHED);
    }

    @Test
    void ofTwoNodesOneLetsItGoOn() {
        open(amount("50"));
        did("60");
        var failures = Together.overlapping(
                transaction,
                db,
                () -> needs.look(graves, "milestone_first"),
                () -> needs.look(graves, "milestone_first"));
        assertThat(failures).containsOnlyNulls();
        assertThat(state(graves)).isEqualTo(State.REACHED);
    }

    @Test
    void aLookThatDiesIsRepeated() {
        open(amount("50"));
        did("60");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    needs.look(graves, "milestone_first");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(state(graves)).isEqualTo(State.OPEN);
        look();
        assertThat(state(graves)).isEqualTo(State.REACHED);
    }

    @Test
    void waitingForAnotherIsNotLate() {
        open(amount("50"));
        db.sql("update milestone set planned_on = ? where project = ? and element = 'milestone_first'")
                .params(today().minusDays(20), graves)
                .update();
        assertThat(lamp()).isEqualTo(Lamp.Color.WAITING);
        did("50");
        look();
        assertThat(lamp()).isNotEqualTo(Lamp.Color.WAITING);
    }

    @Test
    void aCancelledProjectIsWaitedForInVainAndThatIsSaid() {
        open(amount("50"));
        projects.cancel(cemetery, "规划调整");
        assertThat(needs.of(graves)).singleElement().returns(NeedState.Status.NEVER, NeedState::status);
        assertThat(needs.never()).anyMatch(need -> need.project().code().equals(graves));
        assertThat(log.of(graves))
                .filteredOn(row -> row.what().equals("need.never"))
                .singleElement()
                .returns(cemetery, ChangeLog.Recorded::oldValue)
                .returns("规划调整", ChangeLog.Recorded::reason);
        projects.cancel(graves, "规划调整");
        assertThat(needs.never()).noneMatch(need -> need.project().code().equals(graves));
    }

    @Test
    void whatWasMetBeforeTheOtherWasCancelledStaysMet() {
        did("80");
        open(amount("50"));
        projects.cancel(cemetery, "规划调整");
        assertThat(needs.of(graves)).singleElement().returns(NeedState.Status.MET, NeedState::status);
    }

    @Test
    void aClosedProjectIsWaitedForInVainAndThatIsSaid() {
        open(amount("50"));
        transaction.executeWithoutResult(
                status -> projects.become(projects.find(cemetery).orElseThrow(), Project.State.CLOSED, "并入二期"));
        assertThat(needs.never()).anyMatch(need -> need.project().code().equals(graves));
        assertThat(log.of(graves))
                .filteredOn(row -> row.what().equals("need.never"))
                .singleElement()
                .returns("并入二期", ChangeLog.Recorded::reason);
    }

    private void open(Need need) {
        projects.open(WaitingDiagram.project(graves, List.of(), need));
        walk.jobs(graves);
    }

    private Need amount(String atLeast) {
        return new Need(graves, "milestone_first", cemetery, null, "places", new BigDecimal(atLeast), null);
    }

    private Need milestone(String element) {
        return new Need(graves, "milestone_first", cemetery, element, null, null, null);
    }

    private void did(String total) {
        quantities.did(cemetery, "places", new BigDecimal(total), new Report(null, today(), "验收单1号", null));
    }

    private void look() {
        table.asked().stream()
                .filter(place -> place.project().endsWith(key))
                .forEach(place -> needs.look(place.project(), place.milestone()));
    }

    private State state(String project) {
        return milestones.find(project, "milestone_first").orElseThrow().state();
    }

    private Lamp.Color lamp() {
        return standing.of(graves).milestones().get(0).lamp().color();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
