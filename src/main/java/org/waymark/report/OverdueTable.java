package org.waymark.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the API reads beside the rooms' doors. */
@Component
class OverdueTable {

    static final int MOST = 10_000;

    private final JdbcClient db;

    OverdueTable(JdbcClient db) {
        this.db = db;
    }

    /** A step of ours past its day; {@code waitingFor} names the outsider it waits for, null if none. */
    record Overdue(
            String project,
            String milestone,
            String object,
            String step,
            String village,
            String team,
            LocalDate due,
            String responsible,
            String waitingFor) {}

    List<Overdue> overdue(LocalDate today) {
        return db.sql(
                        """
                        select s.project, s.milestone, s.object_no as object, s.element as step, s.village, s.team,
                          s.due_on as due, coalesce(s.assignee, s.responsible, m.owner) as responsible,
                          s.waiting_party as waiting_for
                        from step s join project p on p.code = s.project and p.state = 'RUNNING'
                          left join milestone m on m.project = s.project and m.element = s.milestone
                        where s.state = 'OPEN' and s.holder = 'OURS' and s.due_on < :today
                        order by s.due_on, s.project, s.object_no limit :most""")
                .param("today", today)
                .param("most", MOST)
                .query(Overdue.class)
                .list();
    }

    /** Open cases of a milestone by stage. */
    Map<String, Long> byStage(String project, String milestone) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(
                        """
                        select coalesce(c.stage, 'entry') as stage, count(*) as objects
                        from roster_case c join roster_object o on o.id = c.object_id
                        where c.project = :project and c.milestone = :milestone and o.state = 'VALID'
                          and c.state in ('OPEN', 'REQUESTED')
                        group by coalesce(c.stage, 'entry') order by 1""")
                .param("project", project)
                .param("milestone", milestone)
                .query((row, n) -> counts.put(row.getString("stage"), row.getLong("objects")))
                .list();
        return counts;
    }
}
