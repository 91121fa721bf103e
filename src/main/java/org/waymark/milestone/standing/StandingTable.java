package org.waymark.milestone.standing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.waymark.milestone.standing.OpenSteps.Key;

/** Counts of objects and cases; withdrawn objects count nowhere. */
@Component
class StandingTable {

    private final JdbcClient db;

    StandingTable(JdbcClient db) {
        this.db = db;
    }

    record CaseCount(String project, String milestone, long closed, long open, long late) {

        static final CaseCount NONE = new CaseCount(null, null, 0, 0, 0);

        Key key() {
            return new Key(project, milestone);
        }
    }

    private record Objects(String project, String kind, long valid) {}

    // by each object's newest case, so that what was opened again is not counted as closed
    private static final String CASES =
            """
            select c.project, c.milestone, count(case when c.state = 'CLOSED' then 1 end) as closed,
              count(case when c.state in ('REQUESTED', 'FAILED', 'OPEN') then 1 end) as open,
              count(case when c.late and c.state in ('REQUESTED', 'FAILED', 'OPEN') then 1 end) as late
            from roster_case c join roster_object o on o.id = c.object_id
            where o.state = 'VALID' and not exists (select 1 from roster_case n
              where n.object_id = c.object_id and n.milestone = c.milestone and n.run > c.run)
            """;

    private static final String OBJECTS =
            "select project, kind, count(*) as valid from roster_object where state = 'VALID' ";

    private static final String AWAITING =
            """
            select g.project, g.milestone from need_gate g
              join milestone m on m.project = g.project and m.element = g.milestone and m.round = g.round
            where g.state = 'WAITING' and m.state = 'OPEN'
            """;

    /** Milestones that wait for another project. */
    Set<Key> awaiting() {
        return Set.copyOf(db.sql(AWAITING).query(Key.class).list());
    }

    Map<Key, CaseCount> cases() {
        return cases(db.sql(CASES + "group by c.project, c.milestone"));
    }

    Map<Key, CaseCount> cases(String project) {
        return cases(db.sql(CASES + "and c.project = :project group by c.project, c.milestone")
                .param("project", project));
    }

    /** Valid objects by project and kind. */
    Map<Key, Long> valid() {
        return valid(db.sql(OBJECTS + "group by project, kind"));
    }

    Map<Key, Long> valid(String project) {
        return valid(db.sql(OBJECTS + "and project = :project group by project, kind")
                .param("project", project));
    }

    private static Map<Key, CaseCount> cases(StatementSpec query) {
        return query.query(CaseCount.class).list().stream().collect(Collectors.toMap(CaseCount::key, count -> count));
    }

    private static Map<Key, Long> valid(StatementSpec query) {
        return query.query(Objects.class).list().stream()
                .collect(Collectors.toMap(row -> new Key(row.project(), row.kind()), Objects::valid));
    }
}
