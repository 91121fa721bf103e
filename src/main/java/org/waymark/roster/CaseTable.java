package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;

/** The rows of cases. */
@Component
class CaseTable {

    private static final String COLUMNS =
            """
            select id, case_key, object_id, project, milestone, run, process, process_instance, state, stage,
              start_stage, anchors, imported, late, closed_on, outcome from roster_case
              """;

    private final JdbcClient db;
    private final Clock clock;

    CaseTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Asks for a case; it opens with the worker's next chunk. Asked twice for one run it is asked once. */
    void request(RosterObject object, Milestone milestone, int run, String stage, String anchors, boolean late) {
        String place = milestone.element().replaceFirst("^milestone_", "");
        db.sql(
                        """
                        insert into roster_case (case_key, object_id, project, milestone, run, process, state,
                          start_stage, stage, anchors, imported, late, requested_at)
                        select :key, cast(:object as bigint), :project, :milestone, cast(:run as int), :process,
                          'REQUESTED', :stage, :stage, :anchors, cast(:imported as boolean), cast(:late as boolean),
                          cast(:now as timestamp with time zone)
                        from (select 1 as one) t where not exists (select 1 from roster_case where case_key = :key)""")
                .param("key", "%s:%s:%s:%d".formatted(object.project(), object.number(), place, run))
                .param("object", object.id())
                .param("project", object.project())
                .param("milestone", milestone.element())
                .param("run", run)
                .param("process", milestone.caseProcess())
                .param("stage", stage)
                .param("anchors", anchors)
                .param("imported", stage != null && run == 1)
                .param("late", late)
                .param("now", now())
                .update();
    }

    /** The oldest requests; rows another node works on are passed over. */
    List<Case> takeRequested(int limit) {
        return db.sql(COLUMNS + "where state = 'REQUESTED' order by id limit :limit for update skip locked")
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    void opened(long id, String instance) {
        db.sql("update roster_case set state = 'OPEN', process_instance = :instance, opened_at = :now where id = :id")
                .param("instance", instance)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void stage(String caseKey, String stage) {
        db.sql("update roster_case set stage = :stage where case_key = :key")
                .param("stage", stage)
                .param("key", caseKey)
                .update();
    }

    void close(long id, LocalDate closedOn, String outcome) {
        db.sql(
                        """
                        update roster_case set state = 'CLOSED', closed_at = :now, closed_on = :on, outcome = :outcome
                        where id = :id""")
                .param("now", now())
                .param("on", closedOn)
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    void cancel(long id) {
        db.sql("update roster_case set state = 'CANCELLED', closed_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    Optional<Case> find(String caseKey) {
        return db.sql(COLUMNS + "where case_key = :key")
                .param("key", caseKey)
                .query(Case.class)
                .optional();
    }

    List<Case> of(long objectId) {
        return db.sql(COLUMNS + "where object_id = :object order by id")
                .param("object", objectId)
                .query(Case.class)
                .list();
    }

    List<Case> unfinished(String project, int limit) {
        return db.sql(COLUMNS + "where project = :project and state in ('REQUESTED', 'OPEN') order by id limit :limit")
                .param("project", project)
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
