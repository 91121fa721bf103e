package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Rows;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;

/** The morning's mail waits for cases that are being opened, for an hour at most. The 15th of June 2021 is a Tuesday. */
@WaymarkTest
@Import(Desk.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=reminders")
class HeldMorningTest {

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    @BeforeEach
    void aCaseThatIsAskedFor() {
        desk.clear();
        desk.project("RW", "温玉铁路", "RUNNING");
        desk.milestone("RW", "sign", "签约腾空", "manager");
        desk.step("S1", "RW", "sign", "签订协议", "2021-06-15");
        desk.set("S1", "assignee", "cadre");
        new Rows(db, clock, "RW").household(1, "REQUESTED", null);
    }

    @AfterEach
    void clear() {
        db.sql("delete from roster_case where project = 'RW'").update();
        db.sql("delete from roster_object where project = 'RW'").update();
    }

    @Test
    void nobodyIsToldWhileCasesAreStillToBeOpened() {
        assertThat(morning("08:30")).isZero();
        state("OPEN");
        assertThat(morning("08:40")).isEqualTo(2);
    }

    @Test
    void anHourLaterItGoesOutAllTheSame() {
        assertThat(morning("09:29")).isZero();
        assertThat(morning("09:30")).isEqualTo(2);
    }

    @Test
    void aCaseThatFailedToOpenHoldsUpNothing() {
        state("FAILED");
        assertThat(morning("08:30")).isEqualTo(2);
    }

    @Test
    void whatASuspendedProjectAskedForHoldsUpNothing() {
        desk.project("RW2", "停下的项目", "SUSPENDED");
        db.sql("update roster_case set project = 'RW2' where project = 'RW'").update();
        assertThat(morning("08:30")).isEqualTo(2);
        db.sql("update roster_case set project = 'RW' where project = 'RW2'").update();
    }

    private int morning(String time) {
        return desk.reminders(Desk.at("2021-06-15", time)).morning();
    }

    private void state(String state) {
        db.sql("update roster_case set state = ? where project = 'RW'")
                .param(state)
                .update();
    }
}
