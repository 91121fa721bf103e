package org.waymark.project.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of stops. */
@Component
class StopTable {

    private static final String COLUMNS =
            """
            select id, project, reason, document_no, stopped_on, stopped_by, resumed_on, resumed_by, resume_reason,
              resume_document, followed from project_stop
              """;

    private final JdbcClient db;

    StopTable(JdbcClient db) {
        this.db = db;
    }

    List<Stop> of(String project) {
        return db.sql(COLUMNS + "where project = :project order by id desc")
                .param("project", project)
                .query(Stop.class)
                .list();
    }

    /** A new stop; what an earlier one had left to do is done by this one. */
    void insert(String project, String reason, String document, LocalDate today, String who) {
        db.sql("update project_stop set followed = true where project = :project")
                .param("project", project)
                .update();
        db.sql(
                        """
                        insert into project_stop (project, reason, document_no, stopped_on, stopped_by, followed)
                        values (:project, :reason, :document, :today, :who, false)""")
                .param("project", project)
                .param("reason", reason)
                .param("document", document)
                .param("today", today)
                .param("who", who)
                .update();
    }

    void resume(String project, String reason, String document, LocalDate today, String who) {
        db.sql(
                        """
                        update project_stop set resumed_on = :today, resumed_by = :who, resume_reason = :reason,
                          resume_document = :document, followed = false
                        where project = :project and resumed_on is null""")
                .param("today", today)
                .param("who", who)
                .param("reason", reason)
                .param("document", document)
                .param("project", project)
                .update();
    }

    List<Long> unfollowed() {
        return db.sql("select id from project_stop where not followed order by id")
                .query(Long.class)
                .list();
    }

    /** The stop, locked; empty if all follow it or another node is at work on it. */
    Optional<Stop> take(long id) {
        return db.sql(COLUMNS + "where id = :id and not followed for update skip locked")
                .param("id", id)
                .query(Stop.class)
                .optional();
    }

    void followed(long id) {
        db.sql("update project_stop set followed = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Instances may have begun while their project was being suspended: looks at those still suspended again. */
    void lookAgain() {
        db.sql(
                        """
                        update project_stop set followed = false where resumed_on is null and followed
                          and project in (select code from project where state = 'SUSPENDED')""")
                .update();
    }
}
