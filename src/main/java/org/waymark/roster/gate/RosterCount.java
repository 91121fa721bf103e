package org.waymark.roster.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;

/** What a gate has to know of its roster. A household counts by its newest case; a withdrawn one counts nowhere. */
@Component
class RosterCount {

    private final JdbcClient db;
    private final Clock clock;

    RosterCount(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether something is still to be done. Asks for one such case or object, never counts them all. */
    boolean hasUnfinished(Milestone milestone) {
        return db.sql(
                        """
                        select exists (select 1 from roster_case where project = :project and milestone = :milestone
                            and state in ('REQUESTED', 'FAILED', 'OPEN'))
                          or exists (select 1 from roster_object o
                            where o.project = :project and o.kind = :kind and o.state = 'VALID'
                              and not exists (select 1 from roster_case c
                                where c.object_id = o.id and c.milestone = :milestone and c.round >= :round))""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("kind", milestone.roster())
                .param("round", milestone.round())
                .query(Boolean.class)
                .single();
    }

    /** The day the last case closed or the last object was withdrawn; today if there was neither. */
    LocalDate doneOn(Milestone milestone) {
        return db.sql(
                        """
                        select max(last_day) from (
                          select max(closed_on) as last_day from roster_case
                            where project = :project and milestone = :milestone and state = 'CLOSED'
                          union all
                          select max(withdrawn_on) from roster_object
                            where project = :project and kind = :kind and state = 'WITHDRAWN') as days""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("kind", milestone.roster())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElseGet(() -> LocalDate.now(clock));
    }

    /** Valid objects, and those of them whose newest case is closed, for a gate that opens at a share. */
    Share share(Milestone milestone) {
        return db.sql(
                        """
                        select count(case when c.state = 'CLOSED' then 1 end) as closed, count(*) as valid
                        from roster_object o left join roster_case c
                          on c.object_id = o.id and c.milestone = :milestone and c.round >= :round
                            and not exists (select 1 from roster_case n
                              where n.object_id = o.id and n.milestone = :milestone and n.run > c.run)
                        where o.project = :project and o.kind = :kind and o.state = 'VALID'""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("kind", milestone.roster())
                .param("round", milestone.round())
                .query(Share.class)
                .single();
    }

    record Share(long closed, long valid) {
        boolean reaches(double part) {
            return valid == 0 || closed >= Math.ceil(part * valid - 1e-9);
        }
    }
}
