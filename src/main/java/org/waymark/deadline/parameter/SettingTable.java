package org.waymark.deadline.parameter;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what projects settled. */
@Component
class SettingTable {

    private static final String COLUMNS =
            """
            select id, project, rule, parameter, section, setting, reason, document_no, recorded_at, recorded_by
            from rule_parameter
            """;

    private final JdbcClient db;

    SettingTable(JdbcClient db) {
        this.db = db;
    }

    /** The oldest first. */
    List<Setting> of(String project) {
        return db.sql(COLUMNS + "where project = :project order by id")
                .param("project", project)
                .query(Setting.class)
                .list();
    }

    List<Setting> of(String project, String rule) {
        return db.sql(COLUMNS + "where project = :project and rule = :rule order by id")
                .param("project", project)
                .param("rule", rule)
                .query(Setting.class)
                .list();
    }

    List<String> projects(String rule) {
        return db.sql("select distinct project from rule_parameter where rule = :rule order by project")
                .param("rule", rule)
                .query(String.class)
                .list();
    }

    void insert(Setting row) {
        db.sql(
                        """
                        insert into rule_parameter (project, rule, parameter, section, setting, reason, document_no,
                          recorded_at, recorded_by)
                        values (:project, :rule, :parameter, :section, :setting, :reason, :document, :now, :who)""")
                .param("project", row.project())
                .param("rule", row.rule())
                .param("parameter", row.parameter().name())
                .param("section", row.section())
                .param("setting", row.setting())
                .param("reason", row.reason())
                .param("document", row.documentNo())
                .param("now", row.recordedAt())
                .param("who", row.recordedBy())
                .update();
    }
}
