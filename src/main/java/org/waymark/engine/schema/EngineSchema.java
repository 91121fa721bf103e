package org.waymark.engine.schema;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** First migration: the engine's own create scripts, taken from its jar, so that Flyway owns both schemas. */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine 7.24";
    }

    // The scripts never change for a released engine, so its version is checksum enough.
    @Override
    public Integer getChecksum() {
        return 7_24_0;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        String vendor = product.startsWith("PostgreSQL") ? "postgres" : "h2";
        for (String part : PARTS) {
            String script = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(vendor, part);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
        }
    }
}
