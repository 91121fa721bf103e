package org.waymark.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.supervision.Matter.Decision;

/** The rows of matters for decision. */
@Component
class MatterTable {

    private static final String COLUMNS =
            """
            select id, period, project, instance_key, rule, due_on, ended_on, would_on, notice_on, found_at, decision,
              target, reason, decided_by, decided_at from decision_matter
            """;

    private final JdbcClient db;
    private final Clock clock;

    MatterTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False if it is known already. */
    boolean insert(long period, LocalDate would, LocalDate notice) {
        return db.sql(
                                """
                                insert into decision_matter (period, project, instance_key, rule, due_on, ended_on, would_on,
                                  notice_on, found_at)
                                select p.id, p.project, p.instance_key, p.rule, p.due_on, p.ended_on,
                                  cast(:would as date), cast(:notice as date), cast(:now as timestamp with time zone)
                                from legal_period p where p.id = :id and not exists (select 1 from decision_matter m
                                  where m.period = p.id and m.would_on = cast(:would as date))""")
                        .param("would", would)
                        .param("notice", notice)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", period)
                        .update()
                == 1;
    }

    List<Matter> open() {
        return db.sql(COLUMNS + "where decision is null order by found_at, id")
                .query(Matter.class)
                .list();
    }

    List<Matter> of(String project) {
        return db.sql(COLUMNS + "where project = :project order by id desc")
                .param("project", project)
                .query(Matter.class)
                .list();
    }

    Optional<Matter> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Matter.class)
                .optional();
    }

    Optional<Matter> lock(long id) {
        return db.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(Matter.class)
                .optional();
    }

    void decide(long id, Decision decision, String target, String reason, String who) {
        db.sql(
                        """
                        update decision_matter set decision = :decision, target = :target, reason = :reason,
                          decided_by = :who, decided_at = :now where id = :id""")
                .param("decision", decision.name())
                .param("target", target)
                .param("reason", reason)
                .param("who", who)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }
}
