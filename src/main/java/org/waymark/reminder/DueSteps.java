package org.waymark.reminder;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.standing.OpenSteps;

/** Reads the steps reminders are about: the ones the board shows. */
@Component
class DueSteps {

    private final JdbcClient db;

    DueSteps(JdbcClient db) {
        this.db = db;
    }

    /** Steps due before that day, and all that wait for an outsider. */
    List<DueStep> before(LocalDate day) {
        return db.sql(
                        """
                        select s.task_id, s.project, p.name_zh as project_zh, p.name_en as project_en, s.milestone,
                          m.name_zh as milestone_zh, m.name_en as milestone_en, s.name_zh, s.name_en, s.object_no,
                          s.due_on, s.assignee, s.responsible, s.candidate_group, m.owner, p.leader, s.waiting_party,
                          s.waiting_since
                        from step s
                          join project p on p.code = s.project
                          left join milestone m on m.project = s.project and m.element = s.milestone
                        where s.due_on is not null and (s.due_on < :day or s.waiting_party is not null) and
                        """
                                + OpenSteps.ANSWERED_FOR)
                .param("day", day)
                .query(DueStep.class)
                .list();
    }
}
