package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.engine.clock.DemoClock;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.plan.Proposals;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Plan.Year;
import org.waymark.project.Projects;
import org.waymark.project.life.CarryOver.Candidate;
import org.waymark.project.life.CarryOver.Next;

/** What has not ended goes over into the next year once, with what is left to do and the plan as it then stands. */
@WaymarkTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=carry")
class CarryOverTest {

    @Autowired
    CarryOver carrying;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    Proposals proposals;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    private final String project =
            "CARRY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProjectOfTwoYears() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        Opening plain = Walk.project(project);
        var plan = new Plan(
                "resettlement",
                null,
                new BigDecimal("5000"),
                List.of(new Quantity("house", "房屋", "Houses", "户", new BigDecimal("332"), new BigDecimal("120"))),
                List.of(),
                List.of(new Year(2021, new BigDecimal("3000"), "完成签约")),
                Set.of());
        projects.open(new Opening(
                project,
                plain.template(),
                plain.nameZh(),
                plain.nameEn(),
                plain.leader(),
                plain.manager(),
                plain.unit(),
                plain.startsOn(),
                plain.targetOn(),
                null,
                Map.of(),
                Map.of(),
                plan));
        walk.jobs(project);
    }

    @AfterEach
    void theLanguageIsNobodys() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void beforeDecemberNothingIsCarriedOver() {
        if (LocalDate.now(clock).isBefore(LocalDate.of(2021, 12, 1))) {
            assertThatThrownBy(() -> carry("2000", "其余拆除"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("2021-12-01 起才能办理");
        }
        assertThatThrownBy(() -> carrying.carry(2022, List.of(new Next(project, null, null))))
                .hasMessageContaining("2022-12-01 起才能办理");
        assertThat(projects.years(project)).extracting(Year::year).containsExactly(2021);
    }

    @Test
    void theNextYearIsFilledInWithWhatIsLeft() {
        december();
        Candidate mine = mine();
        assertThat(mine.carried()).isFalse();
        assertThat(mine.next().year()).isEqualTo(2022);
        assertThat(mine.next().investment()).isEqualByComparingTo("2000");
        assertThat(mine.next().target()).isEqualTo("房屋余 212 户");
        assertThat(mine.basis()).as("nobody reported").isEqualTo(CarryOver.Basis.PLANNED);
    }

    @Test
    void whatWasReportedIsSubtractedAndNotWhatWasPlanned() {
        december();
        reported("2021-10-01", 1, "900");
        reported("2021-11-01", 2, "350.5");
        Candidate mine = mine();
        assertThat(mine.next().investment()).isEqualByComparingTo("3749.5");
        assertThat(mine.basis()).isEqualTo(CarryOver.Basis.REPORTED);
    }

    /** The newest of so many versions of a month's figures; those before it say something else. */
    private void reported(String month, int versions, String invested) {
        db.sql(
                        """
                        insert into progress_month (report_month, state, recorded_at)
                        select cast(:month as date), 'OPENED', current_timestamp from (select 1 as one) t
                        where not exists (select 1 from progress_month where report_month = cast(:month as date))""")
                .param("month", month)
                .update();
        db.sql(
                        """
                        insert into progress_report (project, report_month, report_key, state, due_on, requested_at, version)
                        values (:project, cast(:month as date), :key, 'REPORTED', cast(:month as date), current_timestamp,
                          :versions)""")
                .param("project", project)
                .param("month", month)
                .param("key", project + month)
                .param("versions", versions)
                .update();
        for (int version = 1; version <= versions; version++) {
            db.sql(
                            """
                            insert into progress_figures (report, version, invested, recognised, percent, scene,
                              year_before, photos, after_lock, made_up, recorded_by, recorded_at)
                            select id, :version, :invested, 0, 0, 'x', 0, 0, false, false, 'manager', current_timestamp
                            from progress_report where report_key = :key""")
                    .param("version", version)
                    .param("invested", version == versions ? new BigDecimal(invested) : BigDecimal.ONE)
                    .param("key", project + month)
                    .update();
        }
    }

    @Test
    void itIsCarriedOverOnceAndItsPlanIsFrozen() {
        december();
        assertThat(carry("2000", "其余拆除")).isEqualTo(1);
        assertThat(carry("9999", "别的")).isZero();
        assertThat(projects.years(project))
                .extracting(Year::year, year -> year.investment().intValue(), Year::target)
                .containsExactly(tuple(2021, 3000, "完成签约"), tuple(2022, 2000, "其余拆除"));
        assertThat(mine().carried()).isTrue();
        assertThat(carrying.into(project)).containsExactly(2022);
        var archive = milestones.find(project, "milestone_archive").orElseThrow();
        LocalDate planned = archive.plannedOn();
        db.sql("update milestone set planned_on = ? where id = ?")
                .params(planned.plusDays(60), archive.id())
                .update();
        assertThat(proposals.baselines(project).get(2022)).containsEntry("milestone_archive", planned);
        assertThat(log.of(project))
                .filteredOn(row -> row.what().equals("project.carried"))
                .hasSize(1);
    }

    @Test
    void ofTwoWhoCarryOverAtOnceOneDoesAndTheOtherIsTold() {
        december();
        var failures = Together.overlapping(transaction, db, () -> carry("2000", "其余拆除"), () -> carry("2000", "其余拆除"));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class);
        assertThat(projects.years(project)).hasSize(2);
    }

    @Test
    void oneThatCannotBeCarriedOverHoldsUpAll() {
        december();
        String ended = project + "-B";
        projects.open(new Opening(
                ended,
                "resettlement-project",
                "已取消的",
                "Cancelled",
                "leader",
                "manager",
                "hsr",
                LocalDate.of(2021, 6, 1),
                null,
                null,
                Map.of(),
                Map.of(),
                Plan.of("resettlement")));
        projects.cancel(ended, "线路改道");
        assertThatThrownBy(
                        () -> carrying.carry(2021, List.of(new Next(project, null, null), new Next(ended, null, null))))
                .hasMessageContaining("已经取消或办结");
        assertThat(projects.years(project)).hasSize(1);
        assertThat(mine().carried()).isFalse();
        assertThatThrownBy(() -> carry("-1", "x")).hasMessageContaining("应为不小于 0 的数");
        assertThat(carrying.candidates(2021))
                .noneMatch(one -> one.project().code().equals(ended));
    }

    private int carry(String investment, String target) {
        return carrying.carry(2021, List.of(new Next(project, new BigDecimal(investment), target)));
    }

    private Candidate mine() {
        return carrying.candidates(2021).stream()
                .filter(one -> one.project().code().equals(project))
                .findFirst()
                .orElseThrow();
    }

    private void december() {
        LocalDate first = LocalDate.of(2021, 12, 1);
        if (LocalDate.now(clock).isBefore(first)) {
            clock.moveTo(first.atTime(9, 0).atZone(clock.getZone()).toInstant());
        }
    }
}
