package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of objects. */
@Component
class RosterTable {

    private static final String COLUMNS =
            """
            select id, project, kind, number, holder_name, village, team, section, quantity, people, responsible, state
            from roster_object
            """;

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

    List<RosterObject> valid(String project, String kind) {
        return db.sql(COLUMNS + "where project = :project and kind = :kind and state = 'VALID' order by number")
                .param("project", project)
                .param("kind", kind)
                .query(RosterObject.class)
                .list();
    }

    void withdraw(long id, String reason, LocalDate day) {
        db.sql("update roster_object set state = 'WITHDRAWN', reason = :reason, withdrawn_on = :day where id = :id")
                .param("day", day)
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}
