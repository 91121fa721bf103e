package org.waymark.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.waymark.supervision.SitePermit.as;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Desk;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.LegalPeriod.State;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Recorded;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;

/** A step is due later once a leader who did not ask has signed it off, and only as far as its rule lets. */
@WaymarkTest
class ExtensionsTest {

    private static final LocalDate FIRST = LocalDate.parse("2021-06-30");
    private static final LocalDate LATER = LocalDate.parse("2021-07-09");

    @Autowired
    Extensions extensions;

    @Autowired
    Pausing pausing;

    @Autowired
    SitePermit permit;

    @Autowired
    Steps steps;

    @Autowired
    ChangeLog log;

    @Autowired
    Desk desk;

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
    void everythingMovesOnceALeaderHasSigned() {
        long id = ask(LATER);
        assertThat(permit.step(project).dueOn()).isEqualTo(FIRST);
        approve("leader", id);
        assertThat(permit.step(project)).returns(LATER, Step::dueOn).returns(FIRST, Step::originalDueOn);
        assertThat(permit.task(project)).isEqualTo(OffsetDateTime.parse("2021-07-09T23:59:59+08:00"));
        assertThat(permit.period(project))
                .returns(LATER, LegalPeriod::dueOn)
                .returns(FIRST, LegalPeriod::originalDueOn)
                .returns(1, LegalPeriod::extensions)
                .returns(7, LegalPeriod::extendedBy)
                .returns(State.RUNNING, LegalPeriod::state);
        assertThat(extensions.find(id).orElseThrow())
                .returns(Extension.State.APPROVED, Extension::state)
                .returns("leader", Extension::answeredBy);
        assertThat(log.of(project))
                .filteredOn(row -> row.what().matches("period.extension|extension.*"))
                .extracting(Recorded::what, Recorded::oldValue, Recorded::newValue, Recorded::who)
                .containsExactly(
                        tuple("extension.asked", "2021-06-30", "2021-07-09", "manager"),
                        tuple("period.extension", "2021-06-30", "2021-07-09", "leader"),
                        tuple("extension.approved", "2021-06-30", "2021-07-09", "leader"));
        assertThat(log.firstBroken(project)).isEmpty();
    }

    @Test
    void aLaterNoticeMovesItAndKeepsTheExtension() {
        approve("leader", ask(LATER));
        permit.off("2021-06-30");
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-12");
        assertThat(permit.period(project).extensions()).isEqualTo(1);
    }

    @Test
    void pausedAfterwardsItKeepsTheExtensionToo() {
        approve("leader", ask(LATER));
        String task = permit.step(project).taskId();
        as("manager", () -> pausing.pause(task, LocalDate.parse("2021-06-08"), "补正", "1号"));
        as("manager", () -> pausing.resume(task, LocalDate.parse("2021-06-15"), "补正", "2号"));
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-14");
    }

    @Test
    void itIsProlongedNoFurtherAndNoOftenerThanItsArticleLets() {
        assertThat(extensions.atMost(permit.step(project).taskId())).contains(LocalDate.parse("2021-07-14"));
        assertThatThrownBy(() -> ask(LocalDate.parse("2021-07-15")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("行政许可法")
                .hasMessageContaining("至多延到2021-07-14");
        approve("leader", ask(LocalDate.parse("2021-07-14")));
        assertThatThrownBy(() -> ask(LocalDate.parse("2021-07-15")))
                .hasMessageContaining("已延长1次")
                .hasMessageContaining("至多延长1次");
        assertThat(permit.step(project).dueOn()).isEqualTo("2021-07-14");
    }

    @Test
    void whatNoArticleLetsBeProlongedIsRefusedByName() {
        Step review = desk.open("R" + project, "review", Map.of("reviewRequested", LocalDate.parse("2021-06-15")));
        assertThatThrownBy(() -> ask(review, review.dueOn().plusDays(3)))
                .hasMessageContaining("未规定可以延长")
                .hasMessageContaining("国有土地上房屋征收评估办法第二十一条");
        Step theirs = desk.open("T" + project, "served", Map.of("reportServed", LocalDate.parse("2021-06-15")));
        assertThatThrownBy(() -> ask(theirs, theirs.dueOn().plusDays(3))).hasMessageContaining("不能由我方延期");
    }

    @Test
    void aStepDueByWorkingDaysIsProlongedWithoutAnArticle() {
        Step step = desk.open("W" + project, null, Map.of());
        LocalDate wanted = LocalDate.parse("2021-08-02");
        approve("leader", ask(step, wanted));
        assertThat(steps.of(step.taskId()))
                .returns(wanted, Step::dueOn)
                .returns(step.originalDueOn(), Step::originalDueOn);
        assertThat(log.of(step.instanceKey())).extracting(Recorded::what).contains("step.due", "extension.approved");
    }

    @Test
    void nobodySignsOffTheirOwnAndARefusalNeedsAnAnswer() {
        long id = as("leader", () -> extensions.ask(permit.step(project).taskId(), LATER, "评审排期", "1号"));
        assertThatThrownBy(() -> approve("leader", id)).hasMessageContaining("须由另一位领导审批");
        assertThatThrownBy(() -> as("leader2", () -> extensions.refuse(id, " ")))
                .hasMessage("不同意须写明意见。");
        as("leader2", () -> extensions.refuse(id, "不同意再拖"));
        assertThat(permit.step(project).dueOn()).isEqualTo(FIRST);
        assertThatThrownBy(() -> approve("leader2", id)).hasMessageContaining("答复为不同意");
    }

    @Test
    void oneWaitsAtATimeUntilItIsWithdrawn() {
        long id = ask(LATER);
        assertThatThrownBy(() -> ask(LATER)).hasMessageContaining("已有一份延期申请");
        assertThatThrownBy(() -> as("office", () -> extensions.withdraw(id))).hasMessage("只有申请人可以撤回。");
        as("manager", () -> extensions.withdraw(id));
        assertThatThrownBy(() -> approve("leader", id)).hasMessageContaining("已由申请人撤回");
        assertThat(ask(LATER)).isGreaterThan(id);
    }

    @Test
    void daysThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> ask(FIRST)).hasMessageContaining("不晚于现在的时限2021-06-30");
        assertThatThrownBy(() -> ask(LocalDate.parse("2021-07-10")))
                .hasMessageContaining("是休息日")
                .hasMessageContaining("2021-07-09");
        String task = permit.step(project).taskId();
        as("manager", () -> pausing.pause(task, LocalDate.parse("2021-06-08"), "补正", "1号"));
        assertThatThrownBy(() -> ask(LATER)).hasMessageContaining("请先恢复再延期");
    }

    @Test
    void whatHasRunOutIsNotProlongedAnyMore() {
        long id = ask(LATER);
        db.sql("update step set due_on = ? where task_id = ?")
                .params(LocalDate.parse("2021-06-14"), permit.step(project).taskId())
                .update();
        assertThatThrownBy(() -> approve("leader", id)).hasMessageContaining("已于2021-06-14届满");
        assertThat(extensions.find(id)).map(Extension::state).contains(Extension.State.ASKED);
    }

    @Test
    void whatHasEndedMeanwhileIsNotProlonged() {
        long id = ask(LATER);
        permit.submit(project);
        assertThatThrownBy(() -> approve("leader", id)).hasMessageContaining("已经结束");
        as("leader", () -> extensions.refuse(id, "已办结"));
    }

    @Test
    void ofTwoWhoApproveOneIsTold() {
        long id = ask(LATER);
        var failures = Together.overlapping(transaction, db, () -> approve("leader", id), () -> approve("leader2", id));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("已经批准");
        assertThat(permit.period(project).extendedBy()).isEqualTo(7);
    }

    @Test
    void ofTwoWhoAskOneIsTold() {
        var failures = Together.overlapping(transaction, db, () -> ask(LATER), () -> ask(LATER));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("已有一份延期申请");
        assertThat(extensions.ofTask(permit.step(project).taskId())).hasSize(1);
    }

    private long ask(LocalDate day) {
        return ask(permit.step(project), day);
    }

    private long ask(Step step, LocalDate day) {
        return as("manager", () -> extensions.ask(step.taskId(), day, "专家评审排期", "芦经〔2021〕7号"));
    }

    private void approve(String leader, long id) {
        as(leader, () -> extensions.approve(id, null));
    }
}
