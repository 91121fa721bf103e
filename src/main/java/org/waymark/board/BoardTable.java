package org.waymark.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages read beside the rooms' doors; nothing here writes. */
@Component
public class BoardTable {

    private final JdbcClient db;

    BoardTable(JdbcClient db) {
        this.db = db;
    }

    /** Valid objects of one village whose newest case is in this state and stage; both null without a case. */
    record StageCount(String state, String stage, String village, long objects, BigDecimal quantity) {}

    public record ObjectCase(
            String caseKey,
            String milestoneZh,
            String milestoneEn,
            int run,
            String process,
            String state,
            String stage,
            boolean late,
            LocalDate closedOn,
            String failure) {

        public String milestone(String language) {
            return "en".equals(language) ? milestoneEn : milestoneZh;
        }
    }

    List<StageCount> stages(String project, String kind, String milestone) {
        return db.sql(
                        """
                        select c.state, c.stage, o.village, count(*) as objects, sum(o.quantity) as quantity
                        from roster_object o
                          left join roster_case c on c.object_id = o.id and c.milestone = :milestone
                            and not exists (select 1 from roster_case n
                              where n.object_id = o.id and n.milestone = :milestone and n.run > c.run)
                        where o.project = :project and o.kind = :kind and o.state = 'VALID'
                        group by c.state, c.stage, o.village""")
                .param("project", project)
                .param("kind", kind)
                .param("milestone", milestone)
                .query(StageCount.class)
                .list();
    }

    /** How far a project's cases are opened: asked for and not yet open, and open. */
    public record Opening(long toCome, long open) {}

    Opening opening(String project) {
        return db.sql(
                        """
                        select count(case when state = 'REQUESTED' then 1 end) as to_come,
                          count(case when state = 'OPEN' then 1 end) as open
                        from roster_case where project = :project and state in ('REQUESTED', 'OPEN')""")
                .param("project", project)
                .query(Opening.class)
                .single();
    }

    /** The same of all projects; what is asked for while its project is suspended waits and is not to come now. */
    Opening opening() {
        return db.sql(
                        """
                        select count(case when c.state = 'REQUESTED' then 1 end) as to_come,
                          count(case when c.state = 'OPEN' then 1 end) as open
                        from roster_case c join project p on p.code = c.project
                        where c.state in ('REQUESTED', 'OPEN') and p.state in ('RUNNING', 'CLOSED')""")
                .query(Opening.class)
                .single();
    }

    /** Objects whose number ends in these digits, with or without zeros before them: 1 finds H-0001 and G-0001. */
    public List<String> objectsOf(String project, String digits) {
        if (!digits.matches("\\d{1,9}")) {
            return List.of();
        }
        return db
                .sql("select number from roster_object where project = :project and number like :end order by number")
                .param("project", project)
                .param("end", "%" + digits)
                .query(String.class)
                .list()
                .stream()
                .filter(number ->
                        number.replaceFirst("^.*?0*(\\d+)$", "$1").equals(digits.replaceFirst("^0+(?=\\d)", "")))
                .toList();
    }

    /** The newest first. */
    public List<ObjectCase> casesOf(long object) {
        return db.sql(
                        """
                        select c.case_key, m.name_zh as milestone_zh, m.name_en as milestone_en, c.run, c.process,
                          c.state, c.stage, c.late, c.closed_on, c.failure
                        from roster_case c join milestone m on m.project = c.project and m.element = c.milestone
                        where c.object_id = :object order by m.seq desc, c.run desc""")
                .param("object", object)
                .query(ObjectCase.class)
                .list();
    }
}
