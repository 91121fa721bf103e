package org.waymark.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gates that wait, and the wish to look at them again. */
@Component
class GateTable {

    private final JdbcClient db;
    private final Clock clock;

    GateTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A gate; {@code activity} is the message event its execution waits at. */
    record Gate(String project, String milestone, int round, String processInstance, String activity, String state) {}

    record Place(String project, String milestone) {}

    void arrived(String project, String milestone, int round, String instance, String activity) {
        db.sql(
                        """
                        insert into gate (project, milestone, round, process_instance, activity, state, arrived_at)
                        values (:project, :milestone, :round, :instance, :activity, 'WAITING', :now)""")
                .param("project", project)
                .param("milestone", milestone)
                .param("round", round)
                .param("instance", instance)
                .param("activity", activity)
                .param("now", now())
                .update();
    }

    /** Asks for a look at the gate; in the transaction of whatever may have opened it. */
    void check(String project, String milestone) {
        db.sql("insert into gate_check (project, milestone, requested_at) values (:project, :milestone, :now)")
                .param("project", project)
                .param("milestone", milestone)
                .param("now", now())
                .update();
    }

    /** Gates somebody asked to look at, each once. */
    List<Place> asked() {
        return db.sql("select distinct project, milestone from gate_check")
                .query(Place.class)
                .list();
    }

    /** All gates that still wait, for the sweep. */
    List<Place> waiting() {
        return db.sql("select project, milestone from gate where state = 'WAITING'")
                .query(Place.class)
                .list();
    }

    void answered(Place place, long upTo) {
        db.sql("delete from gate_check where project = :project and milestone = :milestone and id <= :upTo")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .param("upTo", upTo)
                .update();
    }

    long newestCheck(Place place) {
        return db.sql(
                        """
                        select coalesce(max(id), 0) from gate_check
                        where project = :project and milestone = :milestone""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .query(Long.class)
                .single();
    }

    /** The waiting gate, locked until the transaction ends: of two nodes one lets it through. */
    Optional<Gate> lockWaiting(Place place) {
        return db.sql(
                        """
                        select project, milestone, round, process_instance, activity, state from gate
                        where project = :project and milestone = :milestone and state = 'WAITING' for update""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .query(Gate.class)
                .optional();
    }

    void passed(Gate gate) {
        db.sql(
                        """
                        update gate set state = 'PASSED', passed_at = :now
                        where project = :project and milestone = :milestone and round = :round""")
                .param("now", now())
                .param("project", gate.project())
                .param("milestone", gate.milestone())
                .param("round", gate.round())
                .update();
    }

    /** Asks for one open case, never counts them all. */
    boolean hasOpenCase(Place place) {
        return db.sql(
                        """
                        select exists (select 1 from roster_case where project = :project and milestone = :milestone
                          and state in ('REQUESTED', 'OPEN'))""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .query(Boolean.class)
                .single();
    }

    /** The day the last case closed or the last object was withdrawn; today if there was neither. */
    LocalDate doneOn(Place place, String kind) {
        return db.sql(
                        """
                        select max(last_day) from (
                          select max(closed_on) as last_day from roster_case
                            where project = :project and milestone = :milestone and state = 'CLOSED'
                          union all
                          select max(withdrawn_on) from roster_object
                            where project = :project and kind = :kind and state = 'WITHDRAWN') as days""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .param("kind", kind)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElseGet(() -> LocalDate.now(clock));
    }

    /** Closed cases and valid objects, for a gate that opens at a share. */
    Share share(Place place, String kind) {
        return db.sql(
                        """
                        select count(case when c.state = 'CLOSED' then 1 end) as closed, count(*) as valid
                        from roster_object o left join roster_case c
                          on c.object_id = o.id and c.milestone = :milestone and c.run = 1
                        where o.project = :project and o.kind = :kind and o.state = 'VALID'""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .param("kind", kind)
                .query(Share.class)
                .single();
    }

    record Share(long closed, long valid) {
        boolean reaches(double part) {
            return valid == 0 || closed >= Math.ceil(part * valid - 1e-9);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
