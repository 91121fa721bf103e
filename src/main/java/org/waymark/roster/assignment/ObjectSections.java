package org.waymark.roster.assignment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.deadline.parameter.Sections;

/** Tells which lot (标段) the object of a case belongs to. */
@Component
class ObjectSections implements Sections {

    private final JdbcClient db;

    ObjectSections(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String of(String instanceKey) {
        return db.sql(
                        """
                        select coalesce(o.section, '') from roster_case c join roster_object o on o.id = c.object_id
                        where c.case_key = :key""")
                .param("key", instanceKey)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
