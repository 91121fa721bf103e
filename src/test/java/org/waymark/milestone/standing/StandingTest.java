package org.waymark.milestone.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Rows;
import org.waymark.WaymarkTest;
import org.waymark.milestone.Milestone;

/** A project's lamp speaks of what lies ahead of it. */
@WaymarkTest
class StandingTest {

    @Autowired
    Standing standing;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project =
            "STAND-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProjectWithAMilestoneDoneAndOneOpen() {
        Rows rows = new Rows(db, clock, project).project();
        db.sql(
                        """
                        insert into milestone (project, element, seq, name_zh, name_en, weight, completion, owner, state,
                          round, planned_on, original_on, opened_on, actual_on)
                        values (?, 'milestone_scope', 0, '公告', 'Announced', 100, 'all', 'manager', 'REACHED', 1, ?, ?, ?, ?)""")
                .params(
                        project,
                        rows.today().minusDays(20),
                        rows.today().minusDays(20),
                        rows.today().minusDays(60),
                        rows.today().minusDays(20))
                .update();
    }

    @Test
    void neverNamesAMilestoneThatIsDone() {
        Standing.Whole whole = standing.of(project);
        assertThat(whole.lamp().reason()).isEqualTo("lamp.intime");
        assertThat(whole.leading().element()).isEqualTo("milestone_appraisal");
    }

    @Test
    void countsTheLateStepsOfAllMilestonesAndNamesTheOneWithTheOldest() {
        var rows = new Rows(db, clock, project).ours(1, 5).ours(2, 9);
        db.sql("update step set milestone = 'milestone_graves' where project = ? and object_no = 'H-0002'")
                .params(project)
                .update();
        db.sql("update milestone set element = 'milestone_graves', state = 'OPEN' where project = ? and seq = 0")
                .params(project)
                .update();
        db.sql("update milestone set planned_on = ? where project = ?")
                .params(rows.today().plusDays(40), project)
                .update();

        Standing.Whole whole = standing.of(project);

        assertThat(whole.lamp().figures()).containsExactly(2L, rows.today().minusDays(9), 9L);
        assertThat(whole.leading().element()).isEqualTo("milestone_graves");
        assertThat(whole.others()).isEqualTo(1);
    }

    @Test
    void namesAMilestoneWhoseOwnDayIsPastBeforeLateSteps() {
        var rows = new Rows(db, clock, project).ours(1, 5);
        db.sql("update milestone set state = 'OPEN' where project = ? and seq = 0")
                .params(project)
                .update();
        Standing.Whole whole = standing.of(project);
        assertThat(whole.lamp().figures()).containsExactly(rows.today().minusDays(20), 20L);
        assertThat(whole.leading().element()).isEqualTo("milestone_scope");
        assertThat(whole.others()).isZero();
    }

    @Test
    void isGreenAndNamesNoneWhenAllAreDone() {
        db.sql("update milestone set state = 'REACHED', actual_on = planned_on where project = ?")
                .params(project)
                .update();
        Standing.Whole whole = standing.of(project);
        assertThat(whole.lamp()).isEqualTo(Lamp.allDone());
        assertThat(whole.leading()).isNull();
    }

    @Test
    void isTheSameInTheListOfAllAsAlone() {
        assertThat(standing.all())
                .filteredOn(whole -> whole.project().code().equals(project))
                .singleElement()
                .isEqualTo(standing.of(project));
        assertThat(standing.find("NOBODY")).isEmpty();
        assertThat(standing.of(project).milestones())
                .extracting(now -> now.milestone().state())
                .containsExactly(Milestone.State.REACHED, Milestone.State.OPEN);
    }
}
