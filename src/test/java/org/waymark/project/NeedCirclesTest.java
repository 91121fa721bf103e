package org.waymark.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
import org.waymark.milestone.need.WaitingDiagram;
import org.waymark.project.Plan.Need;

/** Projects that would wait for each other for ever are refused when that is recorded. */
@WaymarkTest
class NeedCirclesTest {

    @Autowired
    Projects projects;

    @Autowired
    NeedCircles circles;

    @Autowired
    Engine engine;

    @Autowired
    JdbcClient db;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String first = "FIRST-" + key;
    private final String second = "SECOND-" + key;

    @BeforeEach
    void twoProjects() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(first, List.of()));
        projects.open(WaitingDiagram.project(second, List.of()));
    }

    @Test
    void aProjectThatWouldWaitForItselfIsNotOpened() {
        String own = "OWN-" + key;
        assertThatThrownBy(() -> projects.open(
                        WaitingDiagram.project(own, List.of(), need(own, "milestone_first", own, "milestone_second"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(own);
        assertThat(projects.find(own)).isEmpty();
    }

    @Test
    void twoThatWaitForEachOtherAreACircle() {
        record(need(first, "milestone_first", second, "milestone_first"));
        assertThatThrownBy(() ->
                        circles.refuse(List.of(record(need(second, "milestone_first", first, "milestone_second")))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anAmountHoldsUpTheWholeProject() {
        record(new Need(first, "milestone_second", second, null, "places", BigDecimal.ONE, null));
        assertThatThrownBy(() ->
                        circles.refuse(List.of(record(need(second, "milestone_first", first, "milestone_second")))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void waitingForWhatComesBeforeTheWaitIsNone() {
        record(need(first, "milestone_second", second, "milestone_first"));
        circles.refuse(List.of(record(need(second, "milestone_second", first, "milestone_first"))));
    }

    @Test
    void whoWaitsForACircleClosesNone() {
        record(need(first, "milestone_first", second, "milestone_first"));
        record(need(second, "milestone_first", first, "milestone_first"));
        String third = "THIRD-" + key;
        projects.open(
                WaitingDiagram.project(third, List.of(), need(third, "milestone_first", first, "milestone_first")));
        assertThat(projects.find(third)).isPresent();
    }

    private Need need(String project, String milestone, String on, String onMilestone) {
        return new Need(project, milestone, on, onMilestone, null, null, null);
    }

    private Need record(Need need) {
        db.sql(
                        """
                        insert into project_need (project, milestone, on_project, on_milestone, on_quantity, at_least)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        need.project(),
                        need.milestone(),
                        need.onProject(),
                        need.onMilestone(),
                        need.onQuantity(),
                        need.atLeast())
                .update();
        return need;
    }
}
