package org.waymark.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.waymark.supervision.SitePermit.as;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.period.PeriodMoves;
import org.waymark.milestone.step.Returns;
import org.waymark.milestone.step.Step;

/** A period stands still and goes on: nothing is due meanwhile, and the days between are not counted. */
@WaymarkTest
class PausingTest {

    @Autowired
    Pausing pausing;

    @Autowired
    SitePermit permit;

    @Autowired
    PeriodMoves moves;

    @Autowired
    Returns returns;

    @Autowired
    ChangeLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private String project;

    @BeforeEach
    void aParkThatWaitsForItsPermit() {
        project = permit.open();
    }

    @AfterEach
    void withoutTheNotice() {
        permit.withoutTheNotice();
    }

    @Test
    void nothingIsDueWhileItStandsStill() {
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-06-30");
        pause("2021-06-08");
        assertThat(permit.step(project))
                .returns(null, Step::dueOn)
                .returns(LocalDate.parse("2021-06-30"), Step::originalDueOn)
                .returns("市级部门", Step::waitingParty);
        assertThat(permit.task(project)).isNull();
        assertThat(permit.period(project))
                .returns(State.PAUSED, LegalPeriod::state)
                .returns(LocalDate.parse("2021-06-30"), LegalPeriod::dueOn);
        assertThat(pausing.open())
                .filteredOn(one -> one.project().equals(project))
                .singleElement()
                .returns("补正材料", one -> one.reason())
                .returns("芦自然资〔2021〕9号", one -> one.documentNo());
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("period.paused"))
                .extracting(Recorded::subject, Recorded::oldValue, Recorded::newValue, Recorded::reason, Recorded::who)
                .containsExactly(tuple(SitePermit.RULE, "2021-06-30", null, "补正材料 · 芦自然资〔2021〕9号", "manager"));
    }

    @Test
    void theDaysBetweenAreNotCounted() {
        pause("2021-06-08");
        resume("2021-06-15");
        LocalDate monday = LocalDate.parse("2021-07-05"); // 9, 10 and 11 June were working days
        assertThat(permit.step(project))
                .returns(monday, Step::dueOn)
                .returns(LocalDate.parse("2021-06-30"), Step::originalDueOn);
        assertThat(permit.task(project)).isEqualTo(OffsetDateTime.parse("2021-07-05T23:59:59+08:00"));
        assertThat(permit.period(project))
                .returns(State.RUNNING, LegalPeriod::state)
                .returns(monday, LegalPeriod::dueOn)
                .returns(LocalDate.parse("2021-06-30"), LegalPeriod::originalDueOn)
                .returns(1, LegalPeriod::pauses);
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("period.pause"))
                .extracting(Recorded::oldValue, Recorded::newValue)
                .containsExactly(tuple("2021-06-30", "2021-07-05"));
        assertThat(log.firstBroken(project)).isEmpty();
    }

    @Test
    void aPauseOfADayGivesTheStepItsDayBack() {
        pause("2021-06-08");
        resume("2021-06-09");
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-06-30");
        assertThat(permit.task(project)).isEqualTo(OffsetDateTime.parse("2021-06-30T23:59:59+08:00"));
    }

    @Test
    void severalPausesAddUp() {
        pause("2021-06-02");
        resume("2021-06-04"); // 3 June
        pause("2021-06-08");
        resume("2021-06-15"); // 9, 10 and 11 June
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-06");
    }

    @Test
    void aLaterNoticeComputesItWithItsPauses() {
        pause("2021-06-08");
        resume("2021-06-15");
        permit.off("2021-06-30");
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-06");
        assertThat(permit.period(project).dueOn()).isEqualTo("2021-07-06");
    }

    @Test
    void aNoticeWhileItStandsStillCountsOnceItGoesOn() {
        pause("2021-06-08");
        permit.off("2021-06-30");
        assertThat(permit.step(project).dueOn()).isNull();
        resume("2021-06-15");
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-06");
    }

    @Test
    void whatEndsWhileItStandsStillIsNotLate() {
        pause("2021-06-01");
        permit.submit(project);
        assertThat(permit.period(project))
                .returns(State.DONE, LegalPeriod::state)
                .returns(false, LegalPeriod::late)
                .returns(LocalDate.parse("2021-07-12"), LegalPeriod::dueOn); // 2 to 11 June are eight working days
        assertThat(pausing.open()).noneMatch(one -> one.project().equals(project));
    }

    @Test
    void sentBackAndBegunAgainFromTheSameDayItStoodStillAllTheSame() {
        pause("2021-06-08");
        resume("2021-06-15");
        returns.to(permit.step(project).taskId(), "step_requestSite", "补件", false);
        permit.request(project);
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-05");
    }

    @Test
    void ofTwoWhoPauseOneIsTold() {
        var failures = Together.overlapping(transaction, db, () -> pause("2021-06-08"), () -> pause("2021-06-09"));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("已自2021-06-08起中止计时");
        assertThat(pausing.of(project)).hasSize(1);
    }

    @Test
    void whoeverPausesWhatIsSubmittedAtThatMomentIsTold() {
        String task = permit.step(project).taskId();
        var failures =
                Together.overlapping(transaction, db, () -> permit.submit(project), () -> pause(task, "2021-06-08"));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("已经结束");
        assertThat(permit.period(project).state()).isEqualTo(State.DONE);
        assertThat(pausing.of(project)).isEmpty();
    }

    @Test
    void aNoticeTakenInAtThatMomentDatesNothingThatStandsStill() {
        db.sql("update legal_period set computed_with = 0 where project = ?")
                .params(project)
                .update();
        var failures = Together.overlapping(transaction, db, () -> pause("2021-06-08"), () -> moves.all());
        assertThat(failures).isEqualTo(Arrays.asList(null, null));
        assertThat(permit.step(project).dueOn()).isNull();
        assertThat(permit.period(project).state()).isEqualTo(State.PAUSED);
    }

    private void pause(String day) {
        pause(permit.step(project).taskId(), day);
    }

    private void pause(String task, String day) {
        as("manager", () -> pausing.pause(task, LocalDate.parse(day), "补正材料", "芦自然资〔2021〕9号"));
    }

    private void resume(String day) {
        String task = permit.step(project).taskId();
        as("manager", () -> pausing.resume(task, LocalDate.parse(day), "材料已补正", "芦自然资〔2021〕10号"));
    }
}
