package org.waymark.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what reports say: figures, matters and quantities, by version. */
@Component
class FigureTable {

    private static final String COLUMNS =
            """
            select f.version, f.invested, f.recognised, f.percent, f.scene, f.problems, f.reason, f.year_before, f.photos,
              f.after_lock, f.made_up, f.recorded_by, f.recorded_at
            from progress_figures f
            """;
    private static final String NEWEST =
            " join progress_report r on r.id = f.report and r.version = f.version and r.state = 'REPORTED' ";

    private static final String MATTERS =
            """
            select r.project, m.seq, m.matter, m.unit, m.level, m.limit_on, m.solved
            from progress_matter m join progress_report r on r.id = m.report
            """;

    private final JdbcClient db;
    private final Clock clock;

    FigureTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Sums of a year up to a month, by its newest figures, in 10,000 yuan. */
    record Sums(String project, BigDecimal invested, BigDecimal recognised) {

        static final Sums NONE = new Sums(null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    void insert(long report, Figures figures) {
        db.sql(
                        """
                        insert into progress_figures (report, version, invested, recognised, percent, scene, problems, reason,
                          year_before, photos, after_lock, made_up, recorded_by, recorded_at)
                        values (:report, :version, :invested, :recognised, :percent, :scene, :problems, :reason, :before,
                          :photos, :afterLock, :madeUp, :who, :now)""")
                .param("report", report)
                .param("version", figures.version())
                .param("invested", figures.invested())
                .param("recognised", figures.recognised())
                .param("percent", figures.percent())
                .param("scene", figures.scene())
                .param("problems", figures.problems())
                .param("reason", figures.reason())
                .param("before", figures.yearBefore())
                .param("photos", figures.photos())
                .param("afterLock", figures.afterLock())
                .param("madeUp", figures.madeUp())
                .param("who", figures.recordedBy())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether no later month of its project is reported. */
    boolean isNewest(Report report) {
        return !db.sql(
                        """
                        select exists (select 1 from progress_report
                          where project = :project and report_month > :month and state = 'REPORTED')""")
                .param("project", report.project())
                .param("month", report.month().atDay(1))
                .query(Boolean.class)
                .single();
    }

    boolean anyMadeUp() {
        return db.sql("select count(*) from progress_figures where made_up")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All versions of a report, the newest first. */
    List<Figures> versions(long report) {
        return db.sql(COLUMNS + "where f.report = :report order by f.version desc")
                .param("report", report)
                .query(Figures.class)
                .list();
    }

    /** The newest figures of a month by project. */
    Map<String, Figures> newest(YearMonth month) {
        var figures = new DataClassRowMapper<>(Figures.class);
        Map<String, Figures> found = new HashMap<>();
        db.sql(COLUMNS.replace("select", "select r.project,") + NEWEST + "where r.report_month = :month")
                .param("month", month.atDay(1))
                .query((row, n) -> found.put(row.getString("project"), figures.mapRow(row, n)))
                .list();
        return found;
    }

    /** What a year is to bring, in 10,000 yuan, by project; projects without a plan for it are not there. */
    Map<String, BigDecimal> plans(int year) {
        Map<String, BigDecimal> found = new HashMap<>();
        db.sql("select project, investment from project_year where plan_year = :year and investment is not null")
                .param("year", year)
                .query((row, n) -> found.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return found;
    }

    /** The newest figures of the last month before this one that was reported. */
    Optional<Figures> before(String project, YearMonth month) {
        return db.sql(COLUMNS + NEWEST
                        + "where r.project = :project and r.report_month < :month order by r.report_month desc limit 1")
                .param("project", project)
                .param("month", month.atDay(1))
                .query(Figures.class)
                .optional();
    }

    /** The sums of the year's months before this one; zero if there are none. */
    Sums yearBefore(String project, YearMonth month) {
        return db.sql(
                        """
                        select cast(:project as varchar) as project, coalesce(sum(f.invested), 0) as invested,
                          coalesce(sum(f.recognised), 0) as recognised
                        from progress_figures f
                        """
                                + NEWEST
                                + "where r.project = :project and r.report_month >= :from and r.report_month < :month")
                .param("project", project)
                .param("from", month.withMonth(1).atDay(1))
                .param("month", month.atDay(1))
                .query(Sums.class)
                .single();
    }

    /** The sums of the months from {@code from} on and before this one, by project; who reported none is not there. */
    Map<String, Sums> sums(LocalDate from, YearMonth month) {
        return db
                .sql(
                        """
                        select r.project, sum(f.invested) as invested, sum(f.recognised) as recognised
                        from progress_figures f
                        """
                                + NEWEST
                                + "where r.report_month >= :from and r.report_month < :month group by r.project")
                .param("from", from)
                .param("month", month.atDay(1))
                .query(Sums.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Sums::project, sums -> sums));
    }

    void insert(long report, Figures.Told told) {
        told.matters().forEach(matter -> insert(report, told.version(), matter));
        told.quantities().forEach((code, done) -> db.sql(
                        "insert into progress_quantity (report, version, code, done) values (:report, :version, :code, :done)")
                .param("report", report)
                .param("version", told.version())
                .param("code", code)
                .param("done", done)
                .update());
    }

    private void insert(long report, int version, Matter matter) {
        db.sql(
                        """
                        insert into progress_matter (report, version, seq, matter, unit, level, limit_on, solved)
                        values (:report, :version, :seq, :matter, :unit, :level, :limit, :solved)""")
                .param("report", report)
                .param("version", version)
                .param("seq", matter.seq())
                .param("matter", matter.matter())
                .param("unit", matter.unit())
                .param("level", matter.level())
                .param("limit", matter.limitOn())
                .param("solved", matter.solved())
                .update();
    }

    /** What a version of a report says beside its figures. */
    Figures.Told told(long report, int version) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        db.sql("select code, done from progress_quantity where report = :report and version = :version")
                .param("report", report)
                .param("version", version)
                .query((row, n) -> quantities.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        List<Matter> matters = db.sql(MATTERS + "where m.report = :report and m.version = :version order by m.seq")
                .param("report", report)
                .param("version", version)
                .query(Matter.class)
                .list();
        return new Figures.Told(version, matters, quantities);
    }

    /** Of a month, by project and number. */
    List<Matter> matters(YearMonth month) {
        return db.sql(MATTERS + "where m.version = r.version and r.report_month = :month order by r.project, m.seq")
                .param("month", month.atDay(1))
                .query(Matter.class)
                .list();
    }

    /** What was not solved by the last month reported before this one. */
    List<Matter> unsolvedBefore(String project, YearMonth month) {
        return db.sql(
                        MATTERS
                                + """
                        where m.version = r.version and r.project = :project and not m.solved and r.report_month = (select max(b.report_month)
                          from progress_report b where b.project = :project and b.state = 'REPORTED'
                            and b.report_month < :month)
                        order by m.seq""")
                .param("project", project)
                .param("month", month.atDay(1))
                .query(Matter.class)
                .list();
    }
}
