package org.waymark.reminder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.identity.Person;

/** The rows of what was told to whom. */
@Component
public class Ledger {

    private static final String INSERT =
            """
            insert into reminder_ledger (person, task_id, stage, due_on, morning, state, mail_id)
            select :person, :task, :stage, cast(:due as date), cast(:morning as date), :state, :mail
            from (select 1 as one) t
            where not exists (select 1 from reminder_ledger
              where person = :person and task_id = :task and due_on = cast(:due as date) and stage = :stage)""";

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate rows;

    Ledger(JdbcClient db, NamedParameterJdbcTemplate rows) {
        this.db = db;
        this.rows = rows;
    }

    /** What makes a ledger row the same as another. */
    record Told(String person, String taskId, LocalDate dueOn, Stage stage) {

        static Told of(Person person, Notice notice) {
            return new Told(person.id(), notice.step().taskId(), notice.step().dueOn(), notice.stage());
        }
    }

    /** Takes this morning for the caller's transaction; another node waits here and then gets false. */
    boolean take(LocalDate morning) {
        return db.sql(
                                """
                                update reminder_run set last_morning = :morning
                                where id = 1 and (last_morning is null or last_morning < :morning)""")
                        .param("morning", morning)
                        .update()
                == 1;
    }

    /** Whether cases are asked for that open by themselves: not those that failed, nor a suspended project's. */
    boolean casesToCome() {
        return db.sql(
                        """
                        select exists (select 1 from roster_case c join project p on p.code = c.project
                          where c.state = 'REQUESTED' and p.state in ('RUNNING', 'CLOSED'))""")
                .query(Boolean.class)
                .single();
    }

    /** All rows about open steps and the due dates they have now. */
    Set<Told> told() {
        return new HashSet<>(db.sql(
                        """
                                select l.person, l.task_id, l.due_on, l.stage from reminder_ledger l
                                  join step s on s.task_id = l.task_id and s.due_on = l.due_on where s.state = 'OPEN'""")
                .query(Told.class)
                .list());
    }

    void write(Sheet sheet, String mailId) {
        insert(sheet, sheet.notices(), "PLANNED", mailId);
        insert(sheet, sheet.missed(), "SUPERSEDED", null);
    }

    public void sent(String mailId) {
        db.sql("update reminder_ledger set state = 'SENT' where mail_id = :mail")
                .param("mail", mailId)
                .update();
    }

    private void insert(Sheet sheet, List<Notice> notices, String state, String mailId) {
        rows.batchUpdate(
                INSERT,
                notices.stream()
                        .map(notice -> row(sheet, notice, state, mailId))
                        .toArray(Map[]::new));
    }

    private static Map<String, Object> row(Sheet sheet, Notice notice, String state, String mailId) {
        var row = new HashMap<String, Object>();
        row.put("person", sheet.person().id());
        row.put("task", notice.step().taskId());
        row.put("stage", notice.stage().name());
        row.put("due", notice.step().dueOn());
        row.put("morning", sheet.morning());
        row.put("state", state);
        row.put("mail", mailId);
        return row;
    }
}
