package org.waymark.milestone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Projects;

/** Planned days move only when somebody else signs the change off; the original ones never do. */
@WaymarkTest
class ProposalsTest {

    private static final String ARCHIVE = "milestone_archive";

    @Autowired
    Proposals proposals;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private final String project =
            "PLAN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private LocalDate before;
    private LocalDate later;

    @BeforeEach
    void aProject() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        projects.open(Walk.project(project));
        walk.jobs(project);
        before = archive().plannedOn();
        later = before.plusDays(30);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void plannedDaysMoveOnlyWhenSignedOff() {
        long id = as("manager", () -> propose(later));
        assertThat(archive().plannedOn()).isEqualTo(before);
        as("leader", () -> approve(id));
        assertThat(archive()).returns(later, Milestone::plannedOn).returns(before, Milestone::originalOn);
        assertThat(proposals.find(id).orElseThrow())
                .returns(Proposal.State.APPROVED, Proposal::state)
                .returns(1, Proposal::version)
                .returns(2021, Proposal::year)
                .returns("leader", Proposal::answeredBy);
        assertThat(proposals.changes(project)).containsExactly(Map.entry(ARCHIVE, 1));
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("milestone.replanned"))
                .singleElement()
                .returns(before.toString(), ChangeLog.Recorded::oldValue)
                .returns(later.toString(), ChangeLog.Recorded::newValue)
                .returns("雨季影响施工", ChangeLog.Recorded::reason)
                .returns("leader", ChangeLog.Recorded::who);
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("plan.approved"))
                .singleElement()
                .returns("%s %s → %s".formatted(ARCHIVE, before, later), ChangeLog.Recorded::newValue)
                .returns("leader", ChangeLog.Recorded::who);
    }

    @Test
    void aSecondChangeIsASecondVersionAndTheOriginalStays() {
        long first = as("manager", () -> propose(later));
        as("leader", () -> approve(first));
        long second = as("office", () -> propose(later.plusDays(5)));
        as("leader", () -> approve(second));
        assertThat(proposals.find(second)).map(Proposal::version).contains(2);
        assertThat(archive()).returns(later.plusDays(5), Milestone::plannedOn).returns(before, Milestone::originalOn);
        assertThat(proposals.changes(project)).containsExactly(Map.entry(ARCHIVE, 2));
    }

    @Test
    void aRefusalNeedsAnAnswerAndMovesNothing() {
        long id = as("manager", () -> propose(later));
        assertThatThrownBy(() -> as("leader", () -> refuse(id, " "))).hasMessageContaining("不同意须写明意见");
        as("leader", () -> refuse(id, "工期不能再拖"));
        assertThat(archive().plannedOn()).isEqualTo(before);
        assertThat(proposals.find(id).orElseThrow())
                .returns(Proposal.State.REFUSED, Proposal::state)
                .returns("工期不能再拖", Proposal::answer);
        assertThat(as("manager", () -> propose(later))).isGreaterThan(id);
    }

    @Test
    void nobodySignsOffTheirOwn() {
        long id = as("leader", () -> propose(later));
        assertThatThrownBy(() -> as("leader", () -> approve(id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("须由另一位领导审批");
        assertThatThrownBy(() -> as("leader", () -> refuse(id, "x"))).hasMessageContaining("须由另一位领导审批");
        assertThat(archive().plannedOn()).isEqualTo(before);
    }

    @Test
    void onlyOneWaitsAtATimeUntilItIsWithdrawn() {
        long id = as("manager", () -> propose(later));
        assertThatThrownBy(() -> as("office", () -> propose(later))).hasMessageContaining("已有一份调整计划");
        assertThatThrownBy(() -> as("office", () -> withdraw(id))).hasMessageContaining("只有提出人可以撤回");
        as("manager", () -> withdraw(id));
        assertThatThrownBy(() -> as("leader", () -> approve(id))).hasMessageContaining("已由提出人撤回");
        assertThat(as("office", () -> propose(later))).isGreaterThan(id);
    }

    @Test
    void ofTwoProposedAtTheSameMomentOneIsTold() {
        var failures = Together.overlapping(transaction, db, () -> propose(later), () -> propose(later.plusDays(1)));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class);
        assertThat(proposals.of(project)).hasSize(1);
    }

    @Test
    void ofTwoWhoApproveOneIsTold() {
        long id = as("manager", () -> propose(later));
        var failures = Together.overlapping(
                transaction, db, () -> proposals.approve(id, null), () -> proposals.approve(id, null));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("approved already");
        assertThat(proposals.changes(project)).containsExactly(Map.entry(ARCHIVE, 1));
    }

    @Test
    void aMilestoneReachedMeanwhileIsNotPlannedAnew() {
        long id = as("manager", () -> propose(later));
        db.sql("update milestone set state = 'SKIPPED' where project = ? and element = ?")
                .params(project, ARCHIVE)
                .update();
        assertThatThrownBy(() -> as("leader", () -> approve(id))).hasMessageContaining("在提出之后已经完成或不需要");
        assertThat(proposals.find(id)).map(Proposal::state).contains(Proposal.State.PROPOSED);
        assertThatThrownBy(() -> as("manager", () -> propose(later))).hasMessageContaining("已经完成或不需要");
    }

    @Test
    void aDayMovedMeanwhileIsNotOverwritten() {
        long id = as("manager", () -> propose(later));
        db.sql("update milestone set planned_on = ? where project = ? and element = ?")
                .params(before.plusDays(3), project, ARCHIVE)
                .update();
        assertThatThrownBy(() -> as("leader", () -> approve(id))).hasMessageContaining("在提出之后已改为");
        assertThat(archive().plannedOn()).isEqualTo(before.plusDays(3));
    }

    @Test
    void whatChangesNothingOrLiesInThePastIsRefused() {
        assertThatThrownBy(() -> as("manager", () -> propose(before))).hasMessageContaining("没有改动");
        assertThatThrownBy(() -> as("manager", () -> propose(LocalDate.of(2021, 6, 14))))
                .hasMessageContaining("已经过去");
        assertThatThrownBy(() -> as("manager", () -> proposals.propose(project, Map.of(ARCHIVE, later), "")))
                .hasMessage("请写明原因。");
        assertThat(proposals.of(project)).isEmpty();
    }

    private long propose(LocalDate day) {
        return proposals.propose(project, Map.of(ARCHIVE, day), "雨季影响施工");
    }

    private long approve(long id) {
        proposals.approve(id, null);
        return id;
    }

    private long refuse(long id, String answer) {
        proposals.refuse(id, answer);
        return id;
    }

    private long withdraw(long id) {
        proposals.withdraw(id);
        return id;
    }

    private Milestone archive() {
        return milestones.find(project, ARCHIVE).orElseThrow();
    }

    private static <T> T as(String person, Supplier<T> work) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(person, "", List.of()));
        return work.get();
    }
}
