package org.waymark.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.progress.Report.State;

/** The rows of months and of the reports projects owe for them. */
@Component
class ReportTable {

    private static final String COLUMNS =
            """
            select id, project, report_month, report_key, state, due_on, process_instance, reported_at, version
            from progress_report
            """;

    private static final int NOON = 12;

    private final JdbcClient db;
    private final Clock clock;
    private final List<String> kinds;

    /** @param kinds kinds of projects that report though they have a roster */
    ReportTable(JdbcClient db, Clock clock, @Value("${waymark.monthly-kinds}") List<String> kinds) {
        this.db = db;
        this.clock = clock;
        this.kinds = kinds.isEmpty() ? List.of("") : kinds; // a list without members is no SQL
    }

    /** One node at a time opens months; the others wait here until its transaction ends. */
    void takeTurn() {
        db.sql("select id from progress_turn for update").query(Integer.class).single();
    }

    Optional<YearMonth> newestMonth() {
        return db.sql("select max(report_month) from progress_month")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(YearMonth::from);
    }

    /** Whether this month or a later one was recorded. */
    boolean hasMonth(YearMonth month) {
        return db.sql("select exists (select 1 from progress_month where report_month >= :month)")
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    List<YearMonth> months() {
        return db.sql("select report_month from progress_month order by report_month desc")
                .query((row, n) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    void addMonth(YearMonth month, boolean opened) {
        db.sql("insert into progress_month (report_month, state, recorded_at) values (:month, :state, :now)")
                .param("month", month.atDay(1))
                .param("state", opened ? "OPENED" : "MISSED")
                .param("now", now())
                .update();
    }

    /**
     * A row for every project that runs, was there on the day reports are asked for, and has no roster or is of a kind
     * that reports all the same.
     */
    int addReports(YearMonth month, State state, LocalDate asked, LocalDate due) {
        return db.sql(
                        """
                        insert into progress_report (project, report_month, report_key, state, due_on, requested_at)
                        select p.code, cast(:month as date), p.code || :suffix, :state, cast(:due as date),
                          cast(:now as timestamp with time zone)
                        from project p
                        where p.state = 'RUNNING' and p.opened_at < cast(:end as timestamp with time zone)
                          and (p.kind in (:kinds) or not exists (
                            select 1 from milestone m where m.project = p.code and m.roster is not null))""")
                .param("month", month.atDay(1))
                .param("suffix", ":" + month + ReportListener.KEY_END)
                .param("state", state.name())
                .param("due", due)
                .param("now", now())
                .param("end", asked.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param("kinds", kinds)
                .update();
    }

    /** A report that was there before; its id. */
    long addReported(String project, YearMonth month, LocalDate due, LocalDate day) {
        db.sql(
                        """
                        insert into progress_report (project, report_month, report_key, state, due_on, requested_at,
                          reported_at, version)
                        values (:project, :month, :key, 'REPORTED', :due, :now, :day, 1)""")
                .param("project", project)
                .param("month", month.atDay(1))
                .param("key", project + ":" + month + ReportListener.KEY_END)
                .param("due", due)
                .param("now", now())
                .param("day", day.atTime(NOON, 0).atZone(clock.getZone()).toOffsetDateTime())
                .update();
        return find(project, month).orElseThrow().id();
    }

    /** The oldest requests of projects that run; rows another node works on are passed over. */
    List<Report> takeRequested(int limit) {
        return db.sql(
                        COLUMNS
                                + """
                                where state = 'REQUESTED' and project in (select code from project where state = 'RUNNING')
                                order by id limit :limit for update skip locked""")
                .param("limit", limit)
                .query(Report.class)
                .list();
    }

    List<Long> requested(int limit) {
        return db.sql(
                        """
                        select id from progress_report where state = 'REQUESTED'
                          and project in (select code from project where state = 'RUNNING') order by id limit :limit""")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Optional<Report> lock(long id) {
        return db.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(Report.class)
                .optional();
    }

    Optional<Report> find(String project, YearMonth month) {
        return db.sql(COLUMNS + "where project = :project and report_month = :month")
                .param("project", project)
                .param("month", month.atDay(1))
                .query(Report.class)
                .optional();
    }

    Optional<Report> ofKey(String key) {
        return db.sql(COLUMNS + "where report_key = :key")
                .param("key", key)
                .query(Report.class)
                .optional();
    }

    /** The day the report's task is due. */
    LocalDate taskDue(String key) {
        return db.sql("select coalesce(task_due_on, due_on) from progress_report where report_key = :key")
                .param("key", key)
                .query(LocalDate.class)
                .single();
    }

    /** Of a month, in the order of the project codes. */
    List<Report> of(YearMonth month) {
        return db.sql(COLUMNS + "where report_month = :month order by project")
                .param("month", month.atDay(1))
                .query(Report.class)
                .list();
    }

    /** Reports that are asked for and not there, of projects that have ended. */
    List<Report> owedByEnded() {
        return db.sql(
                        COLUMNS
                                + """
                        where state in ('REQUESTED', 'OPEN', 'FAILED')
                          and project in (select code from project where state in ('CANCELLED', 'CLOSED')) order by id""")
                .query(Report.class)
                .list();
    }

    void opened(long id, String instance) {
        db.sql("update progress_report set state = 'OPEN', process_instance = :instance, failure = null where id = :id")
                .param("instance", instance)
                .param("id", id)
                .update();
    }

    void becomes(long id, State state, String failure) {
        db.sql("update progress_report set state = :state, failure = :failure where id = :id")
                .param("state", state.name())
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    void askedAgain(long id, LocalDate due) {
        db.sql("update progress_report set state = 'REQUESTED', task_due_on = :due, failure = null where id = :id")
                .param("due", due)
                .param("id", id)
                .update();
    }

    /** The report has this version of its figures now. */
    void reported(long id, int version) {
        db.sql(
                        """
                        update progress_report set state = 'REPORTED', version = :version,
                          reported_at = coalesce(reported_at, cast(:now as timestamp with time zone)) where id = :id""")
                .param("version", version)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** When the office locked the month; empty if it did not. */
    Optional<OffsetDateTime> lockedAt(YearMonth month) {
        return db.sql("select locked_at from progress_month where report_month = :month and locked_at is not null")
                .param("month", month.atDay(1))
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Whether the month was open to be locked. */
    boolean lockMonth(YearMonth month, String who) {
        return db.sql(
                                """
                                update progress_month set locked_by = :who, locked_at = :now
                                where report_month = :month and locked_at is null""")
                        .param("who", who)
                        .param("now", now())
                        .param("month", month.atDay(1))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
