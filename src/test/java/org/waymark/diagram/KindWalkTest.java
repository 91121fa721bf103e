package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Application;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.Rule.Parameter;
import org.waymark.deadline.parameter.Settling;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.standing.Tiers;
import org.waymark.milestone.step.Entries;
import org.waymark.project.Projects;
import org.waymark.reminder.ending.TierReminders;
import org.waymark.roster.NewObject;
import org.waymark.roster.Roster;
import org.waymark.roster.TestRoster;

/** What kinds of rules refuse on the way through a diagram: too early, out of order; what does not apply, and tiers. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=kinds")
class KindWalkTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster work;

    @Autowired
    Settling settling;

    @Autowired
    Tiers tiers;

    @Autowired
    TierReminders reminders;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    Walk walk;

    @Autowired
    DemoClock clock;

    private String project;

    @Test
    void theLotTheFilingDoesNotApplyToGoesOnToItsDemolitionAtOnce() {
        open("resettlement-project", "underWay");
        settling.settle(project, "DEM-FILING", Parameter.OFF, "1标", "no", null, "农民自建低层", "芦政〔2021〕3号", "office");
        add(1, "1标", "handover");
        add(2, "2标", "handover");
        walk.submit(household(1), "step_handover", Map.of("handed", "true"));
        walk.submit(household(2), "step_handover", Map.of("handed", "true"));
        assertThat(walk.open(household(1))).containsExactly("step_demolish");
        assertThat(walk.open(household(2))).containsExactly("step_file");
        walk.submit(household(1), "step_demolish");
        assertThat(walk.open(household(1))).containsExactly("approval_accept");
    }

    @Test
    void aDemolitionThatBeganTooSoonAfterItsFilingIsRefusedWithTheFirstDayThatWouldDo() {
        open("resettlement-project", "underWay");
        add(1, "1标", "filing");
        LocalDate filed = today();
        walk.submit(household(1), "step_file");
        assertThat(walk.open(household(1))).as("waits 15 full days").isEmpty();
        pass(20);
        LocalDate tooSoon = filed.plusDays(5);
        assertThat(refused(household(1), "step_demolish", Map.of("demolishedOn", tooSoon.toString())))
                .containsOnlyKeys("demolishedOn")
                .extractingByKey("demolishedOn")
                .asString()
                .startsWith(tooSoon + "开工过早")
                .contains("建设工程安全生产管理条例第十一条", "实际在" + filed);
        walk.submit(household(1), "step_demolish");
    }

    @Test
    void nothingIsVacatedBeforeTheStatutoryCompensationIsPaid() {
        while (today().isBefore(LocalDate.of(2021, 11, 20))) {
            pass(30); // the article is in force since 1 November 2021
        }
        open("resettlement-project", "underWay");
        add(1, "1标", "pay");
        LocalDate paid = today();
        walk.submit(household(1), "step_pay");
        pass(3);
        LocalDate before = paid.minusDays(1);
        assertThat(refused(household(1), "step_handover", Map.of("handed", "true", "handedOn", before.toString())))
                .containsOnlyKeys("handedOn")
                .extractingByKey("handedOn")
                .asString()
                .contains("早于“法定补偿付清”的日期" + paid, "浙江省土地管理条例（2021）第四十七条");
        assertThat(walk.open(household(1))).containsExactly("step_handover");
        walk.submit(household(1), "step_handover", Map.of("handed", "true", "handedOn", paid.toString()));
        assertThat(walk.open(household(1))).containsExactly("step_file");
    }

    @Test
    void aTierIsCountedDownOnRestDaysTooAndSaysHowManyHaveNotSigned() {
        open("resettlement-project", "underWay");
        for (int number = 1; number <= 3; number++) {
            add(number, "1标", "sign");
        }
        add(4, "1标", "handover"); // signed before it was taken in
        while (today().getDayOfWeek() != DayOfWeek.SATURDAY) {
            pass(1);
        }
        settling.settle(project, "TIER-SIGN", Parameter.TIERS, "", "3,7,15", today(), "方案", "1号", "office");
        walk.submit(household(1), "step_sign", Map.of("signed", "true"));
        walk.submit(household(2), "step_sign", Map.of("signed", "false"));
        assertThat(tiers()).containsExactly(tuple("TIER-SIGN", 1, 3, today().plusDays(3), 3L, 2L, 4L));

        db.sql("delete from mail_outbox where kind = 'TIER'").update();
        assertThat(reminders.morning()).isPositive();
        assertThat(reminders.morning()).as("once a morning").isZero();
        assertThat(db.sql("select body_text from mail_outbox where kind = 'TIER' and person = 'manager'")
                        .query(String.class)
                        .single())
                .contains("第一档 3 天后截止，尚有 2 户未签", "/projects/" + project);
        assertThat(desk.signedIn("cadre").page("/projects/" + project).body())
                .contains("第一档（共三档）", "还剩3天，" + today().plusDays(3) + "截止", "尚有2户未签，共4户");
        assertThat(Jsoup.parse(desk.signedIn("leader").page("/board").body())
                        .select("section[aria-labelledby=tiers] p:has(a[href='/projects/" + project + "'])")
                        .text())
                .contains("第一档（共三档）", "尚有2户未签，共4户");
        pass(1);
        db.sql("delete from mail_outbox where kind = 'TIER'").update();
        assertThat(reminders.morning()).as("two days before").isZero();
        pass(3);
        assertThat(tiers()).containsExactly(tuple("TIER-SIGN", 2, 3, today().plusDays(3), 3L, 2L, 4L));
        pass(12);
        assertThat(tiers()).as("all are over").isEmpty();
    }

    private List<Tuple> tiers() {
        return tiers.of(projects.find(project).orElseThrow()).stream()
                .map(tier -> tuple(
                        tier.rule(), tier.nth(), tier.tiers(), tier.lastDay(), tier.left(), tier.open(), tier.valid()))
                .toList();
    }

    /** What the server says about these values; they are not kept. */
    private Map<String, String> refused(String key, String step, Map<String, Object> values) {
        Map<String, Object> asked = new HashMap<>(values);
        LocaleContextHolder.setLocale(Locale.CHINESE);
        Entries.Incomplete incomplete =
                catchThrowableOfType(Entries.Incomplete.class, () -> walk.submit(key, step, asked));
        LocaleContextHolder.resetLocaleContext();
        return incomplete == null ? Map.of() : incomplete.fields();
    }

    private void open(String template, String stage) {
        project = "KIND-" + ++count;
        projects.open(Walk.project(project, template, stage));
        walk.jobs(project);
        work.work();
    }

    private void add(int number, String section, String stage) {
        roster.add(
                project,
                "household",
                List.of(new NewObject(
                        "H-%04d".formatted(number),
                        "户主 001",
                        "luxi",
                        "1组",
                        section,
                        BigDecimal.valueOf(120),
                        3,
                        "cadre",
                        "milestone_demolition",
                        stage,
                        Map.of(),
                        null)));
        work.openRequested();
    }

    private void pass(int days) {
        clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
        if (project != null) {
            walk.jobs(project);
        }
    }

    private String household(int number) {
        return "%s:H-%04d:demolition:1".formatted(project, number);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(Application.ZONE));
    }
}
