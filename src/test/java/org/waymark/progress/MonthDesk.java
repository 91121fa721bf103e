package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.engine.Engine;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Step;
import org.waymark.progress.Report.State;

/** Projects with monthly reports, one for each test. */
@TestComponent
public class MonthDesk {

    private final JdbcClient db;
    private final ReportTable table;
    private final ReportOpening opening;
    private final PastReports past;
    private final TransactionTemplate transaction;
    private final Desk desk;
    private final Walk walk;
    private final Entries entries;
    private final Engine engine;
    private final Clock clock;

    MonthDesk(
            JdbcClient db,
            ReportTable table,
            ReportOpening opening,
            PastReports past,
            TransactionTemplate transaction,
            Desk desk,
            Walk walk,
            Entries entries,
            Engine engine,
            Clock clock) {
        this.db = db;
        this.table = table;
        this.opening = opening;
        this.past = past;
        this.transaction = transaction;
        this.desk = desk;
        this.walk = walk;
        this.entries = entries;
        this.engine = engine;
        this.clock = clock;
    }

    /** A running project without a roster, there since {@code since}. */
    public void project(String code, String manager, String unit, LocalDate since) {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, leader, manager, unit, starts_on, opened_at,
                          kind)
                        values (?, 'simple-project', ?, ?, 'RUNNING', 'leader', ?, ?, ?, ?, 'road')""")
                .params(
                        code,
                        "测试道路" + code,
                        "Test road " + code,
                        manager,
                        unit,
                        since,
                        since.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .update();
    }

    public void plan(String project, int year, String investment) {
        db.sql("insert into project_year (project, plan_year, investment) values (?, ?, ?)")
                .params(project, year, new BigDecimal(investment))
                .update();
    }

    public void quantity(String project, String code, String planned) {
        db.sql("insert into project_quantity (project, code, name_zh, name_en, unit, planned, done) "
                        + "values (?, ?, '路基', 'Roadbed', 'km', ?, 0)")
                .params(project, code, new BigDecimal(planned))
                .update();
    }

    /** A month that was reported in time. */
    public void reported(
            String project, String month, String invested, String recognised, String percent, Matter... matters) {
        YearMonth of = YearMonth.parse(month);
        past.add(project, of, of.atDay(ReportOpening.DUE_ON), figures(invested, recognised, percent), List.of(matters));
    }

    static Figures figures(String invested, String recognised, String percent) {
        return new Figures(
                1,
                new BigDecimal(invested),
                new BigDecimal(recognised),
                new BigDecimal(percent),
                "路基施工",
                "雨天停工",
                null,
                BigDecimal.ZERO,
                0,
                false,
                true,
                "manager",
                null);
    }

    /** A report in this state that was asked for; a REQUESTED one is opened at once. */
    public Step asked(String project, String month, State state) {
        YearMonth of = YearMonth.parse(month);
        transaction.executeWithoutResult(status -> {
            table.takeTurn();
            if (!table.months().contains(of)) {
                table.addMonth(of, true);
            }
            db.sql(
                            """
                            insert into progress_report (project, report_month, report_key, state, due_on, requested_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            project,
                            of.atDay(1),
                            key(project, month),
                            state.name(),
                            of.atDay(ReportOpening.DUE_ON),
                            OffsetDateTime.now(clock))
                    .update();
        });
        opening.chunk();
        return state == State.REQUESTED ? step(project, month) : null;
    }

    /** Opens what was asked for. */
    public void open() {
        opening.chunk();
    }

    public Step step(String project, String month) {
        return walk.step(key(project, month), "step_report");
    }

    public static String key(String project, String month) {
        return project + ":" + month + ":progress";
    }

    /** What the form shows at first, with these values over it. */
    public Map<String, Object> filled(Step step, Map<String, Object> values) {
        Map<String, Object> fields = new LinkedHashMap<>(entries.of(step).fields());
        fields.put("happenedOn", desk.today().toString());
        fields.put("scene", "路面施工");
        fields.putAll(values);
        return fields;
    }

    /** Fills in and submits the report of the month. */
    public void submit(Step step, Map<String, Object> values) {
        entries.save(step.taskId(), filled(step, values), entries.of(step).revision(), false, step.assignee());
        engine.complete(step.taskId());
    }

    /** What the last report before this month says is done of the project's quantities, by code. */
    public Map<String, BigDecimal> quantitiesBefore(String project, YearMonth month) {
        Map<String, BigDecimal> found = new HashMap<>();
        db.sql(
                        """
                        select q.code, q.done from progress_quantity q join progress_report r on r.id = q.report
                            and r.version = q.version
                        where r.project = :project and r.report_month = (select max(b.report_month)
                          from progress_report b where b.project = :project and b.state = 'REPORTED'
                            and b.report_month < :month)""")
                .param("project", project)
                .param("month", month.atDay(1))
                .query((row, n) -> found.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return found;
    }
}
