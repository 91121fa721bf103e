package org.waymark.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.WaymarkTest;

@WaymarkTest
class EngineSchemaTest {

    @Autowired
    JdbcClient db;

    @Autowired
    ManagementService management;

    @Test
    void flywayMakesTheEnginesTablesAndOurs() {
        assertThat(management.getProperties()).containsEntry("schema.version", "fox");
        assertThat(db.sql("select count(*) from \"flyway_schema_history\" where \"success\" = true")
                        .query(Long.class)
                        .single())
                .isGreaterThan(5);
    }
}
