package org.waymark.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.supervision.SitePermit.as;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.period.PeriodMoves;
import org.waymark.project.Projects;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;
import org.waymark.supervision.Matter.Decision;

/** A demand's ten working days were over on 11 June; a notice like that of 2020-01-27 then takes that day away. */
@WaymarkTest
class MattersTest {

    @Autowired
    Matters matters;

    @Autowired
    SitePermit permit;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster work;

    @Autowired
    Walk walk;

    @Autowired
    PeriodLedger ledger;

    @Autowired
    PeriodMoves moves;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private String project;
    private String parcel;

    @BeforeEach
    void aParcelWhoseHolderWasUrged() {
        moves.all();
        project = "MATTER-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        projects.open(Walk.project(project, "resettlement-project", "underWay"));
        walk.jobs(project);
        roster.add(
                project,
                "parcel",
                List.of(new NewObject(
                        "D-001",
                        "户主 001",
                        "luxi",
                        "1组",
                        null,
                        BigDecimal.valueOf(2),
                        3,
                        "cadre",
                        null,
                        "urge",
                        Map.of(),
                        LocalDate.parse("2021-05-20"))));
        work.openRequested();
        parcel = project + ":D-001:parcels:1";
        walk.submit(parcel, "step_urge", Map.of("servedOn", "2021-05-28"));
        walk.jobs(project);
    }

    @AfterEach
    void withoutTheNotice() {
        permit.withoutTheNotice();
    }

    @Test
    void nothingMovesAndAMatterIsThere() {
        List<String> open = walk.open(parcel);
        assertThat(urge())
                .returns(State.ELAPSED, LegalPeriod::state)
                .returns(LocalDate.parse("2021-06-11"), LegalPeriod::dueOn);
        permit.off("2021-06-11");
        Matter matter = matter();
        assertThat(matter)
                .returns("ENF-URGE", Matter::rule)
                .returns(parcel, Matter::instanceKey)
                .returns(LocalDate.parse("2021-06-11"), Matter::dueOn)
                .returns(LocalDate.parse("2021-06-15"), Matter::endedOn)
                .returns(LocalDate.parse("2021-06-15"), Matter::wouldOn)
                .returns(LocalDate.parse("2021-06-10"), Matter::noticeOn)
                .returns(null, Matter::decision);
        assertThat(urge())
                .returns(State.ELAPSED, LegalPeriod::state)
                .returns(LocalDate.parse("2021-06-11"), LegalPeriod::dueOn);
        assertThat(walk.open(parcel)).isEqualTo(open).isNotEmpty();
        assertThat(log.of(parcel)).extracting(Recorded::what).contains("matter.found");
    }

    @Test
    void lookedAtAgainItStaysOneMatter() {
        permit.off("2021-06-11");
        db.sql("update legal_period set computed_with = 0 where instance_key = ?")
                .params(parcel)
                .update();
        moves.all();
        assertThat(matters.of(project)).hasSize(1);
        assertThat(log.of(parcel))
                .filteredOn(row -> row.what().equals("matter.found"))
                .hasSize(1);
    }

    @Test
    void itIsDecidedOnceAndWithAReason() {
        permit.off("2021-06-11");
        long id = matter().id();
        assertThatThrownBy(() -> decide("leader", id, Decision.KEEP, null, " ")).hasMessage("请写明理由。");
        decide("leader", id, Decision.KEEP, null, "催告实际已满");
        assertThat(matter())
                .returns(Decision.KEEP, Matter::decision)
                .returns("leader", Matter::decidedBy)
                .returns("催告实际已满", Matter::reason);
        assertThatThrownBy(() -> decide("leader2", id, Decision.KEEP, null, "x"))
                .hasMessageContaining("已经决定");
        assertThat(matters.open()).noneMatch(one -> one.project().equals(project));
        assertThat(log.of(parcel))
                .filteredOn(row -> row.what().equals("matter.keep"))
                .singleElement()
                .returns("催告实际已满", Recorded::reason)
                .returns("leader", Recorded::who);
        assertThat(log.firstBroken(parcel)).isEmpty();
    }

    @Test
    void aDecisionToHaveItDoneAgainNamesAStepAndMovesNothing() {
        permit.off("2021-06-11");
        long id = matter().id();
        assertThatThrownBy(() -> decide("leader", id, Decision.RETURN, "step_nowhere", "重新催告"))
                .hasMessageContaining("请选择可以退回的环节");
        List<String> open = walk.open(parcel);
        assertThat(matters.targets(matter())).containsOnlyKeys("step_urge");
        decide("leader", id, Decision.RETURN, "step_urge", "重新催告");
        assertThat(matter()).returns(Decision.RETURN, Matter::decision).returns("step_urge", Matter::target);
        assertThat(walk.open(parcel)).isEqualTo(open);
    }

    @Test
    void ofTwoWhoDecideOneIsTold() {
        permit.off("2021-06-11");
        long id = matter().id();
        var failures = Together.overlapping(
                transaction,
                db,
                () -> decide("leader", id, Decision.KEEP, null, "维持"),
                () -> decide("leader2", id, Decision.KEEP, null, "也维持"));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("已经决定");
        assertThat(matter().reason()).isEqualTo("维持");
    }

    private void decide(String leader, long id, Decision decision, String target, String reason) {
        as(leader, () -> matters.decide(id, decision, target, reason));
    }

    private Matter matter() {
        return matters.of(project).get(0);
    }

    private LegalPeriod urge() {
        return ledger.of(parcel).stream()
                .filter(one -> one.rule().equals("ENF-URGE"))
                .findFirst()
                .orElseThrow();
    }
}
