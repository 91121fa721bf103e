package org.waymark.roster.gate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.Milestone;

/** Gates that wait, and the wish to look at them again. */
@Component
public class GateTable {

    private final JdbcClient db;
    private final Clock clock;

    GateTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A gate; {@code activity} is the message event its execution waits at. */
    record Gate(String project, String milestone, int round, String processInstance, String activity, String state) {}

    public record Place(String project, String milestone) {}

    /** The process came to the gate of the milestone's present round. */
    public void arrived(Milestone milestone, String instance, String activity) {
        db.sql(
                        """
                        insert into gate (project, milestone, round, process_instance, activity, state, arrived_at)
                        values (:project, :milestone, :round, :instance, :activity, 'WAITING', :now)""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
                .param("instance", instance)
                .param("activity", activity)
                .param("now", now())
                .update();
    }

    /** Asks for a look at the gate; in the transaction of whatever may have opened it. */
    public void check(String project, String milestone) {
        db.sql("insert into gate_check (project, milestone, requested_at) values (:project, :milestone, :now)")
                .param("project", project)
                .param("milestone", milestone)
                .param("now", now())
                .update();
    }

    /** The same for milestones whose objects come from this one, where they are open: the next case may begin there. */
    public void checkNext(String project, String milestone) {
        db.sql(
                        """
                        insert into gate_check (project, milestone, requested_at)
                        select project, element, :now from milestone
                        where project = :project and follows = :milestone and state in ('OPEN', 'REACHED')""")
                .param("now", now())
                .param("project", project)
                .param("milestone", milestone)
                .update();
    }

    /** Gates somebody asked to look at, each once; those of suspended projects later. */
    public List<Place> asked() {
        return db.sql(
                        """
                        select distinct project, milestone from gate_check
                        where project not in (select code from project where state = 'SUSPENDED')
                        order by project, milestone""")
                .query(Place.class)
                .list();
    }

    /** All gates that still wait in the present round of their milestone, for the sweep. */
    public List<Place> waiting() {
        return db.sql(
                        """
                        select g.project, g.milestone from gate g join milestone m
                          on m.project = g.project and m.element = g.milestone and m.round = g.round
                        where g.state = 'WAITING'
                          and g.project not in (select code from project where state = 'SUSPENDED')
                        order by g.project, g.milestone""")
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

    /** The newest wish to look at the gate, 0 if there is none. */
    public long newestCheck(Place place) {
        return db.sql(
                        """
                        select coalesce(max(id), 0) from gate_check
                        where project = :project and milestone = :milestone""")
                .param("project", place.project())
                .param("milestone", place.milestone())
                .query(Long.class)
                .single();
    }

    /** The gate that waits in the milestone's present round, locked until the transaction ends: of two nodes one passes it. */
    Optional<Gate> lockWaiting(Milestone milestone) {
        return db.sql(
                        """
                        select project, milestone, round, process_instance, activity, state from gate
                        where project = :project and milestone = :milestone and round = :round and state = 'WAITING'
                        for update""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
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

    /** Whether the gate of the milestone's present round has let the project through. */
    public boolean hasPassed(Milestone milestone) {
        return db.sql(
                        """
                        select exists (select 1 from gate where project = :project and milestone = :milestone
                          and round = :round and state = 'PASSED')""")
                .param("project", milestone.project())
                .param("milestone", milestone.element())
                .param("round", milestone.round())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
