package org.waymark.project.life;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.project.Plan.Year;

/** Which project was carried over from which year, and what the next one is to bring. */
@Component
class CarryTable {

    private final JdbcClient db;
    private final Clock clock;

    CarryTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Set<String> carried(int year) {
        return Set.copyOf(db.sql("select project from project_carry where from_year = :year")
                .param("year", year)
                .query(String.class)
                .list());
    }

    private record Reported(String project, int year, BigDecimal amount) {}

    /** Investment reported as done, in 10,000 yuan, by project and year; years nobody reported of are not there. */
    Map<String, Map<Integer, BigDecimal>> reported() {
        return db
                .sql(
                        """
                        select r.project, extract(year from r.report_month) as "year", sum(f.invested) as amount
                        from progress_report r join progress_figures f on f.report = r.id and f.version = r.version
                        group by r.project, extract(year from r.report_month)""")
                .query((row, n) -> new Reported(row.getString(1), row.getInt(2), row.getBigDecimal(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reported::project, Collectors.toMap(Reported::year, Reported::amount)));
    }

    List<Integer> into(String project) {
        return db.sql("select from_year + 1 from project_carry where project = :project order by from_year")
                .param("project", project)
                .query(Integer.class)
                .list();
    }

    /** False if it was carried over before. */
    boolean carry(String project, int year, String who) {
        return db.sql(
                                """
                                insert into project_carry (project, from_year, carried_at, carried_by)
                                select :project, :year, :now, :who from (select 1 as one) t
                                where not exists (select 1 from project_carry
                                  where project = :project and from_year = :year)""")
                        .param("project", project)
                        .param("year", year)
                        .param("now", OffsetDateTime.now(clock))
                        .param("who", who)
                        .update()
                == 1;
    }

    void put(String project, Year year) {
        int known = write(
                "update project_year set investment = :investment, target = :target"
                        + " where project = :project and plan_year = :year",
                project,
                year);
        if (known == 0) {
            write(
                    "insert into project_year (project, plan_year, investment, target)"
                            + " values (:project, :year, :investment, :target)",
                    project,
                    year);
        }
    }

    private int write(String sql, String project, Year year) {
        return db.sql(sql)
                .param("project", project)
                .param("year", year.year())
                .param("investment", year.investment())
                .param("target", year.target())
                .update();
    }
}
