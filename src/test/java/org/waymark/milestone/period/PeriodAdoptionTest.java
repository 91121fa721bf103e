package org.waymark.milestone.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.project.Projects;
import org.waymark.roster.TestRoster;

/** What ran before there was a ledger is in it after the first start with one. */
@WaymarkTest
class PeriodAdoptionTest {

    private static int count;

    @Autowired
    PeriodAdoption adoption;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    Projects projects;

    @Autowired
    TestRoster roster;

    @Autowired
    JdbcClient db;

    private String project;

    @BeforeEach
    void casesOfAVersionWithoutALedger() {
        project = "ADOPT-" + ++count;
        projects.open(Walk.project(project));
        roster.open(
                project,
                List.of(
                        Walk.household(1, "luxi", "served", Map.of("reportServed", LocalDate.of(2021, 6, 11))),
                        Walk.household(2, "luxi", "posting", Map.of("postingStarted", LocalDate.of(2021, 6, 14)))));
        db.sql("delete from legal_period where project = ?").params(project).update();
        db.sql("delete from start_lock where name = 'periods'").update();
        db.sql("insert into start_lock (name) values ('periods')").update();
    }

    @Test
    void stepsAndTimersThatWaitAreTakenIn() {
        adoption.once();
        assertThat(ledger.of(project + ":H-0001:appraisal:1"))
                .extracting(LegalPeriod::rule, LegalPeriod::dueOn)
                .containsExactly(tuple("HA-REVIEW-REQ", LocalDate.of(2021, 6, 21)));
        assertThat(ledger.of(project + ":H-0002:appraisal:1"))
                .extracting(LegalPeriod::rule, LegalPeriod::dueOn)
                .containsExactly(tuple("HA-PRELIM-POST", LocalDate.of(2021, 6, 21)));
    }

    @Test
    void itHappensOnce() {
        adoption.once();
        db.sql("delete from legal_period where project = ?").params(project).update();
        adoption.once();
        assertThat(ledger.of(project + ":H-0001:appraisal:1")).isEmpty();
    }
}
