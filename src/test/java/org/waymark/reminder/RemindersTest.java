package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.reminder.Desk.at;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.milestone.step.Steps;
import org.waymark.project.Projects;

/** Who is told, of what, how often. June 2021: the 15th is a Tuesday. */
@WaymarkTest
@Import(Desk.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=reminders")
class RemindersTest {

    @Autowired
    Desk desk;

    @Autowired
    Projects projects;

    @Autowired
    Steps steps;

    @Autowired
    Walk walk;

    private final GreenMail server = Desk.mailServer();

    @BeforeEach
    void aMilestone() {
        desk.clear();
        desk.project("RW", "温玉铁路", "RUNNING");
        desk.milestone("RW", "sign", "签约腾空", "manager");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void threeHundredStepsOfOneDayAreOneMailPerPerson() {
        for (int i = 1; i <= 300; i++) {
            open("S%03d".formatted(i), "2021-06-15", "cadre");
            desk.set("S%03d".formatted(i), "object_no", "LX-%03d".formatted(i));
        }

        var letters = morning(at("2021-06-15", "08:30"));

        assertThat(letters).extracting(Letter::to).containsExactly("cadre", "manager");
        assertThat(letters.get(0).subject()).isEqualTo("【路标】今日到期 300 件（6月15日）");
        assertThat(letters.get(0).text().lines().filter(line -> line.startsWith("  ")))
                .hasSize(21)
                .first()
                .isEqualTo("  - 签订协议 · LX-001 | 您是办理人；同时提醒 项目负责人");
        assertThat(letters.get(0).text())
                .contains("  - 签订协议 · LX-020 |", "  等 300 件")
                .doesNotContain("LX-021");
        assertThat(letters.get(0).htmlWords()).contains("LX-020", "等 300 件").doesNotContain("LX-021");
        assertThat(desk.count("reminder_ledger where stage = 'D0' and state = 'SENT'"))
                .isEqualTo(600);
    }

    @Test
    void afterTenDaysAwayOnlyTheNewestStageIsSent() {
        open("S1", "2021-06-22", "cadre");
        morning(at("2021-06-17", "08:30"));

        var letters = morning(at("2021-06-28", "08:30"));

        assertThat(letters)
                .extracting(Letter::sheet)
                .contains(
                        """
                06-28 cadre 【路标】逾期 1 件（6月28日）
                ■ 温玉铁路 · 签约腾空 | 6月22日到期 | 已逾期 6 天 | 1 件
                  - 签订协议 | 您是办理人；同时提醒 项目负责人、分管领导""");
        assertThat(letters).extracting(Letter::to).containsExactly("cadre", "leader", "manager");
        assertThat(desk.stages("cadre", "SENT")).isEqualTo("B3 A3");
        assertThat(desk.stages("cadre", "SUPERSEDED")).isEqualTo("B1 D0 A1");
        assertThat(desk.stages("leader", "SUPERSEDED"))
                .as("he would not have been told earlier")
                .isEmpty();
        assertThat(morning(at("2021-06-29", "08:30"))).isEmpty();
    }

    @Test
    void whoWaitsForAnOutsiderAndWhoseRightItIsAreNotReminded() {
        open("W1", "2021-06-15", "cadre");
        desk.set("W1", "waiting_party", "铁路方");
        open("X1", "2021-06-15", "cadre");
        desk.set("X1", "holder", "THEIRS");
        open("C1", "2021-06-15", "cadre");
        desk.set("C1", "holder", "COURT");

        assertThat(morning(at("2021-06-16", "08:30"))).isEmpty();
        assertThat(desk.count("reminder_ledger")).isZero();
    }

    @Test
    void whoMayClaimAStepIsToldWhereTheResponsiblePersonCouldNotDoIt() {
        open("S1", "2021-06-15", null);
        desk.set("S1", "responsible", "cadre");
        desk.set("S1", "candidate_group", "appraisers");
        assertThat(morning(at("2021-06-15", "08:30")))
                .extracting(Letter::to)
                .containsExactly("appraiser", "cadre", "manager");
    }

    @Test
    void whoAnswersForAStepIsToldAloneWhereItIsTheirsToClaim() {
        open("S1", "2021-06-15", null);
        desk.set("S1", "responsible", "cadre");
        desk.set("S1", "candidate_group", "cadres");
        assertThat(morning(at("2021-06-15", "08:30"))).extracting(Letter::to).containsExactly("cadre", "manager");
    }

    @Test
    void aMorningWithNothingToTellIsNotUsedUp() {
        assertThat(morning(at("2021-06-15", "08:30"))).isEmpty();
        open("S1", "2021-06-15", "cadre");
        assertThat(morning(at("2021-06-15", "08:31"))).extracting(Letter::to).containsExactly("cadre", "manager");
    }

    @Test
    void nobodyIsWokenOnARestDayOrTooEarly() {
        open("S1", "2021-06-15", "cadre");

        assertThat(morning(at("2021-06-14", "10:00"))).as("Dragon Boat").isEmpty();
        assertThat(morning(at("2021-06-15", "08:29"))).isEmpty();
        assertThat(morning(at("2021-06-15", "23:00"))).hasSize(2);
    }

    @Test
    void whoHasLeftIsReplacedByTheNextInLine() {
        open("S1", "2021-06-15", "gone");
        desk.set("S1", "responsible", "cadre2");
        open("S2", "2021-06-15", "gone");
        desk.set("S2", "candidate_group", "cadres.luxi");
        desk.milestone("RW", "other", "别的节点", "gone");
        desk.set("S1", "milestone", "other");
        desk.set("S2", "milestone", "other");

        assertThat(morning(at("2021-06-15", "08:30"))).extracting(Letter::to).containsExactly("cadre", "cadre2");
    }

    @Test
    void aNewAssigneeHearsOnceOfAnOldDelay() {
        open("S1", "2021-06-15", "cadre");
        morning(at("2021-06-24", "08:30"));
        desk.set("S1", "assignee", "cadre2");

        assertThat(morning(at("2021-06-25", "08:30"))).extracting(Letter::to).containsExactly("cadre2");
        assertThat(morning(at("2021-06-28", "08:30"))).isEmpty();
    }

    @Test
    void nodesThatPlanTheSameMorningAtOnceMakeOneDigest() {
        open("S1", "2021-06-15", "cadre");
        var clock = at("2021-06-15", "08:30");

        int planned = Together.run(IntStream.range(0, 4)
                .<IntSupplier>mapToObj(node -> desk.reminders(clock)::morning)
                .toList());

        assertThat(planned).as("digests of cadre and manager").isEqualTo(2);
        assertThat(desk.count("mail_outbox")).isEqualTo(2);
        assertThat(desk.count("reminder_ledger where stage = 'D0'")).isEqualTo(2);
    }

    @Test
    void theDueDateOnARestDayIsSpokenOfOnTheWorkdayBefore() {
        open("S1", "2021-06-20", "cadre");
        morning(at("2021-06-18", "08:30"));

        assertThat(desk.stages("cadre", "SENT")).isEqualTo("D0");
        morning(at("2021-06-21", "08:30"));
        assertThat(desk.stages("cadre", "SENT")).isEqualTo("D0 A1");
    }

    /** A real task of the engine, due on the 22nd, whose date is moved as the product moves it. */
    @Test
    void aMovedDateIsRemindedOfAnewAndTheOldOneNoMore() {
        projects.open(Walk.project("MOVED"));
        walk.jobs("MOVED");
        var step = walk.step("MOVED", "step_publishScope");
        assertThat(morning(at("2021-06-21", "08:30")))
                .as("its project's manager alone may claim it")
                .extracting(Letter::to)
                .containsExactly("manager");

        steps.moveDue(step.taskId(), LocalDate.of(2021, 7, 2), "公告推迟");

        assertThat(morning(at("2021-06-22", "08:30"))).as("the old due day").isEmpty();
        assertThat(morning(at("2021-06-29", "08:30")))
                .hasSize(1)
                .extracting(Letter::text)
                .allSatisfy(text -> assertThat(text).contains("7月2日到期", "发布范围公告"));
        assertThat(desk.count("reminder_ledger where due_on = date '2021-06-22' and state = 'SENT'"))
                .as("what was told of the old due day stays")
                .isEqualTo(1);
    }

    private void open(String task, String due, String assignee) {
        desk.step(task, "RW", "sign", "签订协议", due);
        desk.set(task, "assignee", assignee);
    }

    private List<Letter> morning(Clock clock) {
        desk.reminders(clock).morning();
        desk.outbox(Desk.sender(server.getSmtp().getPort()), clock).send();
        var letters = Letter.in(server);
        server.reset();
        return letters;
    }
}
