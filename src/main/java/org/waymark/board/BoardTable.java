package org.waymark.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages read; nothing here writes. */
@Component
class BoardTable {

    /** So many rows are shown; the counts beside them are of all. */
    static final int MOST = 3000;

    private final JdbcClient db;

    BoardTable(JdbcClient db) {
        this.db = db;
    }

    record StageCount(String stage, String village, String state, long objects) {}

    record ObjectCase(
            String caseKey,
            String milestone,
            int run,
            String process,
            String state,
            String stage,
            LocalDate closedOn) {}

    /** Our open steps due before {@code until}, the longest overdue first. */
    List<OpenStep> dueBefore(LocalDate until) {
        return db.sql(
                        """
                        select s.task_id, s.project, s.milestone, m.name_zh as milestone_zh, m.name_en as milestone_en,
                          s.name_zh, s.name_en, s.object_no, s.village, v.name_zh as village_zh,
                          v.name_en as village_en, s.team, s.due_on, p.name_zh as person_zh, p.name_en as person_en,
                          s.waiting_party, s.waiting_since
                        from step s
                          join project r on r.code = s.project and r.state = 'RUNNING'
                          left join milestone m on m.project = s.project and m.element = s.milestone
                          left join village v on v.code = s.village
                          left join person p on p.id = coalesce(s.assignee, s.responsible, m.owner)
                        where s.state = 'OPEN' and s.holder = 'OURS' and s.due_on < :until
                        order by s.due_on, s.project, m.seq, s.village, s.team, s.object_no limit :most""")
                .param("until", until)
                .param("most", MOST)
                .query(OpenStep.class)
                .list();
    }

    /** Objects of a milestone by stage, village and state of their newest case. */
    List<StageCount> stages(String project, String milestone) {
        return db.sql(
                        """
                        select coalesce(c.stage, '') as stage, o.village, c.state, count(*) as objects
                        from roster_case c join roster_object o on o.id = c.object_id
                        where c.project = :project and c.milestone = :milestone and o.state = 'VALID'
                          and not exists (select 1 from roster_case n
                            where n.object_id = c.object_id and n.milestone = c.milestone and n.run > c.run)
                        group by coalesce(c.stage, ''), o.village, c.state""")
                .param("project", project)
                .param("milestone", milestone)
                .query(StageCount.class)
                .list();
    }

    List<ObjectCase> casesOf(String project, String number) {
        return db.sql(
                        """
                        select c.case_key, c.milestone, c.run, c.process, c.state, c.stage, c.closed_on
                        from roster_case c join roster_object o on o.id = c.object_id
                        where o.project = :project and o.number = :number order by c.id""")
                .param("project", project)
                .param("number", number)
                .query(ObjectCase.class)
                .list();
    }

    /** Elements of an instance where an open step stands, and those done. */
    Map<String, String> elements(String instanceKey) {
        Map<String, String> states = new java.util.HashMap<>();
        db.sql("select element, state from step where instance_key = :key order by opened_at")
                .param("key", instanceKey)
                .query((row, n) -> states.put(row.getString("element"), row.getString("state")))
                .list();
        return states;
    }
}
