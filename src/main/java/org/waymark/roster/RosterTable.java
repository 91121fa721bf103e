package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;

/** The rows of objects. */
@Component
class RosterTable {

    private static final String COLUMNS =
            """
            select id, project, kind, number, holder_name, village, team, section, quantity, people, responsible, state
            from roster_object
            """;

    /** Whether an object has come through the milestone before: its case there is closed, and none is under way. */
    private static final String THROUGH =
            """
             and (:waived or (
               exists (select 1 from roster_case b where b.object_id = roster_object.id
                 and b.milestone = :before and b.state = 'CLOSED')
               and not exists (select 1 from roster_case b where b.object_id = roster_object.id
                 and b.milestone = :before and b.state in ('REQUESTED', 'FAILED', 'OPEN'))))""";

    private final JdbcClient db;
    private final Clock clock;

    RosterTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    RosterObject insert(String project, String kind, NewObject object) {
        db.sql(
                        """
                        insert into roster_object (project, kind, number, holder_name, village, team, section, quantity,
                          people, responsible, state, added_at)
                        values (:project, :kind, :number, :holder, :village, :team, :section, :quantity, :people,
                          :responsible, 'VALID', :now)""")
                .param("project", project)
                .param("kind", kind)
                .param("number", object.number())
                .param("holder", object.holderName())
                .param("village", object.village())
                .param("team", object.team())
                .param("section", object.section())
                .param("quantity", object.quantity())
                .param("people", object.people())
                .param("responsible", object.responsible())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return find(project, object.number()).orElseThrow();
    }

    Optional<RosterObject> find(String project, String number) {
        return db.sql(COLUMNS + "where project = :project and number = :number")
                .param("project", project)
                .param("number", number)
                .query(RosterObject.class)
                .optional();
    }

    RosterObject get(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(RosterObject.class)
                .single();
    }

    /**
     * Valid objects of the milestone's kind without a case that counts for its present round.
     *
     * @param waived whether they need not have come through the milestone before it
     */
    List<RosterObject> withoutCase(Milestone milestone, boolean waived) {
        return db.sql(COLUMNS
                        + """
                        where project = :project and kind = :kind and state = 'VALID'
                          and not exists (select 1 from roster_case c where c.object_id = roster_object.id
                            and c.milestone = :milestone and c.round >= :round)
                        """
                        + THROUGH
                        + " order by number")
                .param("project", milestone.project())
                .param("kind", milestone.roster())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
                .param("waived", waived)
                .param("before", milestone.follows())
                .query(RosterObject.class)
                .list();
    }

    boolean mayEnter(RosterObject object, Milestone milestone, boolean waived) {
        return db.sql("select count(*) from roster_object where id = :id " + THROUGH)
                        .param("id", object.id())
                        .param("waived", waived)
                        .param("before", milestone.follows())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Returns false, and changes nothing, if it was withdrawn already. */
    boolean withdraw(long id, String reason, LocalDate day) {
        return db.sql(
                                """
                                update roster_object set state = 'WITHDRAWN', reason = :reason, withdrawn_on = :day
                                where id = :id and state = 'VALID'""")
                        .param("day", day)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }
}
