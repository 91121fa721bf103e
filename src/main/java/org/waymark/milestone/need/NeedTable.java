package org.waymark.milestone.need;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.need.NeedState.Waiver;

/** The rows of needs, of the places where a project waits for them, and of the wish to look there again. */
@Component
class NeedTable {

    private static final String COLUMNS =
            """
            select id, project, milestone, on_project, on_milestone, on_quantity, at_least, note, met_on, waived_on,
              waived_by, waive_reason, waive_document from project_need
            """;

    private final JdbcClient db;
    private final Clock clock;

    NeedTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Row(
            long id,
            String project,
            String milestone,
            String onProject,
            String onMilestone,
            String onQuantity,
            BigDecimal atLeast,
            String note,
            LocalDate metOn,
            LocalDate waivedOn,
            String waivedBy,
            String waiveReason,
            String waiveDocument) {}

    /** A gate; {@code activity} is the message event its execution waits at. */
    record Gate(String project, String milestone, int round, String processInstance, String activity) {}

    record Place(String project, String milestone) {}

    List<Row> of(String project) {
        return rows(db.sql(COLUMNS + "where project = :project order by id").param("project", project));
    }

    List<Row> of(String project, String milestone) {
        return rows(db.sql(COLUMNS + "where project = :project and milestone = :milestone order by id")
                .param("project", project)
                .param("milestone", milestone));
    }

    List<Row> on(String project) {
        return rows(db.sql(COLUMNS + "where on_project = :project order by id").param("project", project));
    }

    /** Of projects that have not ended, at milestones they have not reached. */
    List<Row> heldUp() {
        return rows(
                db.sql(
                        COLUMNS
                                + """
                        where exists (select 1 from project p join milestone m on m.project = p.code
                          where p.code = project_need.project and p.state in ('RUNNING', 'SUSPENDED')
                            and m.element = project_need.milestone and m.state in ('PLANNED', 'OPEN'))
                        order by id"""));
    }

    private static List<Row> rows(StatementSpec query) {
        return query.query(Row.class).list();
    }

    Optional<Row> find(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    /** False if somebody let the project go on already. */
    boolean waive(long id, Waiver waiver) {
        return db.sql(
                                """
                                update project_need set waived_on = :on, waived_by = :by, waive_reason = :reason,
                                  waive_document = :document where id = :id and waived_on is null""")
                        .param("on", waiver.on())
                        .param("by", waiver.by())
                        .param("reason", waiver.reason())
                        .param("document", waiver.document())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether the process went through a gate of the milestone's present round, and will not look there again. */
    boolean passed(Milestone milestone) {
        return db.sql(
                                """
                                select count(*) from need_gate where project = :project and milestone = :milestone
                                  and round = :round and state = 'PASSED'""")
                        .param("project", milestone.project())
                        .param("milestone", milestone.element())
                        .param("round", milestone.round())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The process came to a gate of the milestone's present round, maybe again after a return. */
    void arrived(Milestone milestone, String instance, String activity) {
        int again = write(
                """
                update need_gate set state = 'WAITING', process_instance = :instance, arrived_at = :now, passed_at = null
                where project = :project and milestone = :milestone and round = :round and activity = :activity""",
                milestone,
                instance,
                activity);
        if (again == 0) {
            write(
                    """
                    insert into need_gate (project, milestone, round, process_instance, activity, state, arrived_at)
                    values (:project, :milestone, :round, :instance, :activity, 'WAITING', :now)""",
                    milestone,
                    instance,
                    activity);
        }
        check(milestone.project(), milestone.element());
    }

    private int write(String sql, Milestone milestone, String instance, String activity) {
        return db.sql(sql)
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
                .param("instance", instance)
                .param("activity", activity)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void check(String project, String milestone) {
        db.sql("insert into need_check (project, milestone, requested_at) values (:project, :milestone, :now)")
                .param("project", project)
                .param("milestone", milestone)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Asks for a look at every gate that waits for something in this project. */
    void checkAllOn(String onProject) {
        db.sql(
                        """
                        insert into need_check (project, milestone, requested_at)
                        select distinct g.project, g.milestone, cast(:now as timestamp with time zone)
                        from need_gate g join project_need n on n.project = g.project and n.milestone = g.milestone
                        where g.state = 'WAITING' and n.on_project = :project""")
                .param("now", OffsetDateTime.now(clock))
                .param("project", onProject)
                .update();
    }

    /** Places somebody asked to look at, each once; those of suspended projects later. */
    List<Place> asked() {
        return db.sql(
                        """
                        select distinct project, milestone from need_check
                        where project not in (select code from project where state = 'SUSPENDED')
                        order by project, milestone""")
                .query(Place.class)
                .list();
    }

    /** Where running projects wait, for the sweep. */
    List<Place> waiting() {
        return db.sql(
                        """
                        select distinct g.project, g.milestone from need_gate g
                          join milestone m on m.project = g.project and m.element = g.milestone and m.round = g.round
                          join project p on p.code = g.project
                        where g.state = 'WAITING' and m.state = 'OPEN' and p.state = 'RUNNING'
                        order by g.project, g.milestone""")
                .query(Place.class)
                .list();
    }

    long newestCheck(Place place) {
        return db.sql(
                        """
                        select coalesce(max(id), 0) from need_check
                        where project = :project and milestone = :milestone""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .query(Long.class)
                .single();
    }

    void answered(Place place, long upTo) {
        db.sql("delete from need_check where project = :project and milestone = :milestone and id <= :upTo")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .param("upTo", upTo)
                .update();
    }

    /** The gates that wait in the milestone's present round, locked: of two nodes one passes them. */
    List<Gate> lockWaiting(Milestone milestone) {
        return db.sql(
                        """
                        select project, milestone, round, process_instance, activity from need_gate
                        where project = :project and milestone = :milestone and round = :round and state = 'WAITING'
                        order by activity for update""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
                .query(Gate.class)
                .list();
    }

    void passed(Gate gate) {
        db.sql(
                        """
                        update need_gate set state = 'PASSED', passed_at = :now where project = :project
                          and milestone = :milestone and round = :round and activity = :activity""")
                .param("now", OffsetDateTime.now(clock))
                .param("project", gate.project())
                .param("milestone", gate.milestone())
                .param("round", gate.round())
                .param("activity", gate.activity())
                .update();
    }
}
