package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;

/**
 * The rows of cases. Every change of state names the state the case was read in; if it has left that state meanwhile,
 * nothing is changed and the answer is false.
 */
@Component
class CaseTable {

    private static final String COLUMNS =
            """
            select id, case_key, object_id, project, milestone, run, round, process, process_instance, state, stage,
              start_stage, anchors, imported, late, closed_on, outcome, failure from roster_case
              """;

    // what is asked for while its project is suspended waits; of a cancelled one nothing begins any more
    private static final String REQUESTED =
            """
            state = 'REQUESTED' and project in (select code from project where state in ('RUNNING', 'CLOSED'))
            """;

    private static final int LONGEST = 1000;

    private final JdbcClient db;
    private final Clock clock;

    CaseTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Asks for a case; it opens with the worker's next chunk.
     *
     * @param stage stage to start at, null for the beginning
     * @param days see {@link Case#anchors()}
     */
    String request(RosterObject object, Milestone milestone, int run, String stage, String days, boolean late) {
        String place = milestone.element().replaceFirst("^milestone_", "");
        String key = "%s:%s:%s:%d".formatted(object.project(), object.number(), place, run);
        db.sql(
                        """
                        insert into roster_case (case_key, object_id, project, milestone, run, round, process, state,
                          start_stage, stage, anchors, imported, late, requested_at)
                        values (:key, :object, :project, :milestone, :run, :round, :process, 'REQUESTED', :stage,
                          :stage, :anchors, :imported, :late, :now)""")
                .param("key", key)
                .param("object", object.id())
                .param("project", object.project())
                .param("milestone", milestone.element())
                .param("run", run)
                .param("round", milestone.roundOfAdditions())
                .param("process", milestone.caseProcess())
                .param("stage", stage)
                .param("anchors", days)
                .param("imported", stage != null && run == 1)
                .param("late", late)
                .param("now", now())
                .update();
        return key;
    }

    /** What is under way from an earlier round counts for the present one: the object has no second case beside it. */
    void takeOver(Milestone milestone) {
        db.sql(
                        """
                        update roster_case set round = :round where project = :project and milestone = :milestone
                          and round < :round and state in ('REQUESTED', 'FAILED', 'OPEN')""")
                .param("round", milestone.round())
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .update();
    }

    /** The oldest requests; rows another node works on are passed over. */
    List<Case> takeRequested(int limit) {
        return db.sql(COLUMNS + "where " + REQUESTED + "order by id limit :limit for update skip locked")
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    /** The same request alone; empty if it was dealt with meanwhile or another node works on it. */
    Optional<Case> takeRequested(long id) {
        return db.sql(COLUMNS + "where id = :id and " + REQUESTED + "for update skip locked")
                .param("id", id)
                .query(Case.class)
                .optional();
    }

    /** The oldest requests, not locked. */
    List<Long> requested(int limit) {
        return db.sql("select id from roster_case where " + REQUESTED + "order by id limit :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The case begins; it may come to its end in the same command. */
    boolean begin(Case one) {
        return change(one, "state = 'OPEN', failure = null, opened_at = :now");
    }

    void runsAs(long id, String instance) {
        db.sql("update roster_case set process_instance = :instance where id = :id")
                .param("instance", instance)
                .param("id", id)
                .update();
    }

    boolean fail(Case one, String failure) {
        return db.sql("update roster_case set state = 'FAILED', failure = :failure where id = :id and state = :state")
                        .param("failure", failure.substring(0, Math.min(LONGEST, failure.length())))
                        .param("id", one.id())
                        .param("state", one.state().name())
                        .update()
                == 1;
    }

    boolean requestAgain(Case failed) {
        return change(failed, "state = 'REQUESTED', failure = null, requested_at = :now");
    }

    boolean cancel(Case one) {
        return change(one, "state = 'CANCELLED', closed_at = :now");
    }

    boolean close(Case one, LocalDate closedOn, String outcome) {
        return db.sql(
                                """
                                update roster_case set state = 'CLOSED', closed_at = :now, closed_on = :on,
                                  outcome = :outcome where id = :id and state = :state""")
                        .param("now", now())
                        .param("on", closedOn)
                        .param("outcome", outcome)
                        .param("id", one.id())
                        .param("state", one.state().name())
                        .update()
                == 1;
    }

    private boolean change(Case one, String changes) {
        return db.sql("update roster_case set " + changes + " where id = :id and state = :state")
                        .param("now", now())
                        .param("id", one.id())
                        .param("state", one.state().name())
                        .update()
                == 1;
    }

    void stage(String caseKey, String stage) {
        db.sql("update roster_case set stage = :stage where case_key = :key")
                .param("stage", stage)
                .param("key", caseKey)
                .update();
    }

    Optional<Case> find(String caseKey) {
        return db.sql(COLUMNS + "where case_key = :key")
                .param("key", caseKey)
                .query(Case.class)
                .optional();
    }

    /** The case as it stands now, locked until the transaction ends. */
    Case lock(String caseKey) {
        return db.sql(COLUMNS + "where case_key = :key for update")
                .param("key", caseKey)
                .query(Case.class)
                .single();
    }

    List<Case> of(long objectId) {
        return db.sql(COLUMNS + "where object_id = :object order by id")
                .param("object", objectId)
                .query(Case.class)
                .list();
    }

    /** Its newest run in a milestone, 0 if there is none. */
    int newestRun(long objectId, String milestone) {
        return db.sql(
                        """
                        select coalesce(max(run), 0) from roster_case
                        where object_id = :object and milestone = :milestone""")
                .param("object", objectId)
                .param("milestone", milestone)
                .query(Integer.class)
                .single();
    }

    List<Case> unfinished(String project, int limit) {
        return db.sql(
                        COLUMNS
                                + """
                        where project = :project and state in ('REQUESTED', 'FAILED', 'OPEN') order by id
                        limit :limit""")
                .param("project", project)
                .param("limit", limit)
                .query(Case.class)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
