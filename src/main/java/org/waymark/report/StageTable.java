package org.waymark.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the API reads beside the rooms' doors. */
@Component
class StageTable {

    private final JdbcClient db;

    StageTable(JdbcClient db) {
        this.db = db;
    }

    /** Open cases of a milestone by stage. */
    Map<String, Long> byStage(String project, String milestone) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(
                        """
                        select coalesce(c.stage, 'entry') as stage, count(*) as objects
                        from roster_case c join roster_object o on o.id = c.object_id
                        where c.project = :project and c.milestone = :milestone and o.state = 'VALID'
                          and c.state in ('REQUESTED', 'FAILED', 'OPEN')
                        group by coalesce(c.stage, 'entry') order by 1""")
                .param("project", project)
                .param("milestone", milestone)
                .query((row, n) -> counts.put(row.getString("stage"), row.getLong("objects")))
                .list();
        return counts;
    }
}
