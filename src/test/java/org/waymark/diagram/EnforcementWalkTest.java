package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.supervision.SitePermit.as;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Application;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.calendar.CalendarVersion;
import org.waymark.calendar.WorkCalendar;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.project.Projects;
import org.waymark.roster.Case;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;
import org.waymark.supervision.Pausing;

/** A household that does not move after the decision on its compensation: what the town may do through the court, and when. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=enforcement")
class EnforcementWalkTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster work;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Walk walk;

    @Autowired
    DemoClock clock;

    @Autowired
    Pausing pausing;

    private String project;
    private String household;

    @BeforeEach
    void aProjectIsUnderWay() {
        project = "ENF-" + ++count;
        household = project + ":H-0001:demolition:1";
        projects.open(Walk.project(project, "resettlement-project", "underWay"));
        walk.jobs(project);
        work.work();
    }

    @Test
    void fromTheUrgingToTheDemolitionTheCourtIsAppliedToOnlyOnceNobodyCanSueAnyMore() {
        add("urgeOver", Map.of("urgeServed", today()));
        LocalDate known = today().minusMonths(5);
        walk.submit(household, "step_closeUrge", Map.of("vacated", "false", "basis", "decision"));
        walk.submit(household, "step_known", Map.of("knownOn", known.toString()));
        assertThat(walk.open(household)).as("six months to sue are not over").isEmpty();
        pass(50);
        walk.submit(
                household,
                "step_closeRemedies",
                Map.of("remedy", "none", "endedOn", known.plusMonths(6).toString()));
        Step apply = walk.step(household, "step_apply");
        assertThat(apply.ruleCode()).isEqualTo("ENF-APPLY");
        assertThat(apply.holder()).isEqualTo("OURS");
        walk.submit(household, "step_apply");
        assertThat(walk.step(household, "step_docket").holder()).isEqualTo("COURT");
        walk.submit(household, "step_docket", Map.of("docketed", "true"));
        Step ruling = walk.step(household, "approval_ruling");
        assertThat(ruling.ruleCode()).isEqualTo("ENF-RULE-COMPENSATION");
        assertThat(ruling.holder()).isEqualTo("COURT");
        walk.submit(household, "approval_ruling", Map.of("permitted", "true"));
        toAWorkday();
        walk.submit(household, "step_enforce", forced(today(), "8：30", "17:00"));
        assertThat(walk.open(household)).containsExactly("step_file");
    }

    @Test
    void applyingBeforeThePeriodToSueIsOverIsRefusedWithTheFirstDay() {
        LocalDate ended = today();
        add("apply", Map.of("suitPeriodEnded", ended));
        assertThat(refused("step_apply", Map.of("appliedOn", ended.toString())))
                .containsOnlyKeys("appliedOn")
                .extractingByKey("appliedOn")
                .asString()
                .startsWith(ended + "为时过早")
                .contains("自" + ended.plusDays(1) + "起", "行政强制法第五十三条", "不予受理");
        pass(1);
        walk.submit(household, "step_apply");
        assertThat(walk.open(household)).containsExactly("step_docket");
    }

    @Test
    void applyingAfterThreeMonthsIsRedAndTakenOnlyWithAReason() {
        LocalDate ended = today().minusMonths(4);
        add("apply", Map.of("suitPeriodEnded", ended));
        assertThat(walk.step(household, "step_apply").overdueOn(today())).isTrue();
        assertThat(refused("step_apply", Map.of("lateReason", "")))
                .containsOnlyKeys("lateReason")
                .extractingByKey("lateReason")
                .asString()
                .startsWith(today() + "已逾期")
                .contains("自" + ended.plusDays(1) + "起", "行政强制法第五十三条");
        walk.submit(household, "step_apply", Map.of("lateReason", "法院要求补正材料"));
        assertThat(walk.open(household)).containsExactly("step_docket");
    }

    @Test
    void noHouseholdIsMovedByForceOnAHoliday() {
        add("enforce", Map.of());
        while (calendar.isWorkday(today())) {
            pass(1);
        }
        LocalDate next = calendar.onOrAfterWorkday(today(), CalendarVersion.CURRENT);
        assertThat(refused("step_enforce", forced(today(), "8:30", "17:00")))
                .containsOnlyKeys("forcedOn")
                .extractingByKey("forcedOn")
                .asString()
                .startsWith(today() + "是休息日")
                .contains("行政强制法第四十三条", "下一个工作日是" + next);
        assertThat(walk.open(household)).containsExactly("step_enforce");
        walk.submit(household, "step_enforce", Map.of("how", "self", "forcedOn", "", "beganAt", "", "endedAt", ""));
        assertThat(walk.open(household)).as("by itself on any day").containsExactly("step_file");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            5:59,  10:00, beganAt, 05:59在夜间
            8:30,  22:01, endedAt, 22:01在夜间
            22:00, 02:00, endedAt, 02:00在夜间
            17:00, 8:30,  endedAt, 结束时间08:30不晚于开始时间17:00
            """)
    void noHouseholdIsMovedByForceAtNight(String began, String ended, String field, String says) {
        add("enforce", Map.of());
        toAWorkday();
        assertThat(refused("step_enforce", forced(today(), began, ended)))
                .containsOnlyKeys(field)
                .extractingByKey(field)
                .asString()
                .contains(says)
                .contains(says.contains("夜间") ? "行政强制法第四十三条规定夜间（22:00至次日06:00）" : "同一天");
        walk.submit(household, "step_enforce", forced(today(), "6:00", "22:00"));
        assertThat(walk.open(household)).containsExactly("step_file");
    }

    @Test
    void theCourtsDaysStandStillWhileItWaitsForPapersAndGoOnThen() {
        LocalDate accepted = today().minusDays(10);
        add("ruling", Map.of("enforcementAccepted", accepted));
        Step ruling = walk.step(household, "approval_ruling");
        LocalDate due = ruling.dueOn();
        as("manager", () -> pausing.pause(ruling.taskId(), today().minusDays(6), "补正材料", "〔2021〕法执1号"));
        assertThat(walk.step(household, "approval_ruling").dueOn()).isNull();
        as("manager", () -> pausing.resume(ruling.taskId(), today().minusDays(1), "已补正", "〔2021〕法执2号"));
        assertThat(walk.step(household, "approval_ruling").dueOn())
                .as("thirty days, those between not counted, and never on a rest day")
                .isEqualTo(calendar.onOrAfterWorkday(accepted.plusDays(30 + 5), CalendarVersion.CURRENT))
                .isAfter(due);
    }

    @Test
    void aRulingOfRefusalEndsTheCase() {
        add("ruling", Map.of("enforcementAccepted", today()));
        walk.submit(household, "approval_ruling", Map.of("permitted", "false"));
        assertThat(roster.casesOf(roster.find(project, "H-0001").orElseThrow()))
                .filteredOn(one -> one.caseKey().equals(household))
                .singleElement()
                .returns(Case.State.CLOSED, Case::state)
                .returns("end_notPermitted", Case::outcome);
    }

    private static Map<String, Object> forced(LocalDate day, String began, String ended) {
        return Map.of("how", "forced", "forcedOn", day.toString(), "beganAt", began, "endedAt", ended);
    }

    /** What the server says about these values; they are not kept. */
    private Map<String, String> refused(String step, Map<String, Object> values) {
        Map<String, Object> asked = new HashMap<>(values);
        LocaleContextHolder.setLocale(Locale.CHINESE);
        Entries.Incomplete incomplete =
                catchThrowableOfType(Entries.Incomplete.class, () -> walk.submit(household, step, asked));
        LocaleContextHolder.resetLocaleContext();
        return incomplete == null ? Map.of() : incomplete.fields();
    }

    private void add(String stage, Map<String, LocalDate> anchors) {
        roster.add(
                project,
                "household",
                List.of(new NewObject(
                        "H-0001",
                        "户主 001",
                        "luxi",
                        "1组",
                        "1标",
                        BigDecimal.valueOf(120),
                        3,
                        "cadre",
                        "milestone_demolition",
                        stage,
                        anchors,
                        null)));
        work.openRequested();
    }

    private void toAWorkday() {
        while (today().getDayOfWeek() != DayOfWeek.WEDNESDAY || !calendar.isWorkday(today())) {
            pass(1);
        }
    }

    private void pass(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        walk.jobs(project);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(Application.ZONE));
    }
}
