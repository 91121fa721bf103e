package org.waymark.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.step.Step;
import org.waymark.supervision.Extension.State;

/** The rows of extensions asked for. */
@Component
class ExtensionTable {

    private static final String COLUMNS =
            """
            select id, task_id, instance_key, project, rule, old_on, wanted_on, reason, document_no, state, asked_by,
              asked_at, answered_by, answered_at, answer from step_extension
            """;

    private final JdbcClient db;
    private final Clock clock;

    ExtensionTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False if one waits already. */
    boolean insert(Step step, String rule, LocalDate wanted, String reason, String document, String who) {
        return db.sql(
                                """
                                insert into step_extension (task_id, instance_key, project, rule, old_on, wanted_on, reason,
                                  document_no, state, asked_by, asked_at, open_for)
                                select :task, :key, :project, :rule, cast(:old as date), cast(:wanted as date), :reason,
                                  :document, 'ASKED', :who, :now, :task
                                from (select 1 as one) t
                                where not exists (select 1 from step_extension where open_for = :task)""")
                        .param("task", step.taskId())
                        .param("key", step.instanceKey())
                        .param("project", step.project())
                        .param("rule", rule)
                        .param("old", step.dueOn())
                        .param("wanted", wanted)
                        .param("reason", reason)
                        .param("document", document)
                        .param("who", who)
                        .param("now", now())
                        .update()
                == 1;
    }

    List<Extension> ofTask(String taskId) {
        return db.sql(COLUMNS + "where task_id = :task order by id desc")
                .param("task", taskId)
                .query(Extension.class)
                .list();
    }

    List<Extension> open() {
        return db.sql(COLUMNS + "where state = 'ASKED' order by asked_at, id")
                .query(Extension.class)
                .list();
    }

    Optional<Extension> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Extension.class)
                .optional();
    }

    Optional<Extension> lock(long id) {
        return db.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(Extension.class)
                .optional();
    }

    void answer(long id, State state, String answer, String who) {
        db.sql(
                        """
                        update step_extension set state = :state, answer = :answer, answered_by = :who,
                          answered_at = :now, open_for = null where id = :id""")
                .param("state", state.name())
                .param("answer", answer)
                .param("who", who)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
