package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** The process instances of a project follow its suspension in chunks, which may die anywhere. */
@WaymarkTest
class StopChunksTest {

    @Autowired
    Stops stops;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster test;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final String project =
            "CHUNK-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProjectWithAHousehold() {
        projects.open(Walk.project(project));
        test.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
    }

    @Test
    void instancesFollowInChunksAndGoOnWhereAChunkDied() {
        cases(204);
        suspend();
        long stop = waiting();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    stops.chunk(stop);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(still()).isZero();

        assertThat(stops.chunk(stop)).isTrue();
        assertThat(still()).isEqualTo(100);
        assertThat(stops.chunk(stop)).isTrue();
        assertThat(stops.chunk(stop)).isFalse();
        assertThat(still()).as("its own, the household's and 204 more").isEqualTo(206);
        assertThat(stops.of(project).get(0).followed()).isTrue();

        resume();
        follow();
        assertThat(still()).isZero();
    }

    @Test
    void ofTwoNodesOneMakesThemFollow() {
        suspend();
        long stop = waiting();
        var failures = Together.overlapping(transaction, db, () -> stops.chunk(stop), () -> stops.chunk(stop));
        assertThat(failures).containsOnlyNulls();
        assertThat(still()).isEqualTo(2);
        assertThat(stops.of(project).get(0).followed()).isTrue();
    }

    @Test
    void whatBeganWhileItWasSuspendedIsFoundByTheSweep() {
        suspend();
        follow();
        engine.suspendSome(project, false, 1);
        assertThat(still()).isEqualTo(1);
        follow();
        assertThat(still()).as("nobody looks").isEqualTo(1);
        stops.lookAgain();
        follow();
        assertThat(still()).isEqualTo(2);
    }

    @Test
    void resumedBeforeAllStoodStillItRunsAsAWhole() {
        cases(150);
        suspend();
        stops.chunk(waiting());
        resume();
        follow();
        assertThat(still()).isZero();
        assertThat(stops.of(project)).singleElement().returns(true, Stop::followed);
    }

    private void suspend() {
        stops.suspend(project, "资金未到位", "芦政〔2021〕1号");
    }

    private void resume() {
        stops.resume(project, "资金已到位", "芦政〔2021〕2号");
    }

    private long waiting() {
        return stops.of(project).get(0).id();
    }

    private void follow() {
        while (stops.chunk(waiting())) {
            // until all follow
        }
    }

    private void cases(int number) {
        roster.add(
                project,
                "household",
                IntStream.range(2, number + 2)
                        .mapToObj(n -> Walk.household(n, "luxi", null, Map.of()))
                        .toList());
        test.openRequested();
    }

    private long still() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(project + "%")
                .suspended()
                .count();
    }
}
