package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was reminded of what, as JSON, the newest first. */
@RestController
class ReminderApi {

    private static final int MOST = 1000;

    private final JdbcClient db;

    ReminderApi(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row of the ledger.
     *
     * @param day the morning it was written for
     * @param mailId the mail it went out with, null if none did
     */
    record Row(
            long id,
            String person,
            String taskId,
            String stage,
            LocalDate due,
            LocalDate day,
            String state,
            String mailId) {}

    @GetMapping("/api/v1/reminders")
    List<Row> reminders(@RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "200") int limit) {
        return db.sql(
                        """
                        select id, person, task_id, stage, due_on as due, morning as "day", state, mail_id
                        from reminder_ledger where :person = '' or person = :person
                        order by id desc limit :limit""")
                .param("person", person)
                .param("limit", Math.max(1, Math.min(limit, MOST)))
                .query(Row.class)
                .list();
    }
}
