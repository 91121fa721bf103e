package org.waymark.engine.schema;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** Makes the engine start after Flyway: it finds its tables made, and makes none. */
@Component
class EngineStart extends AbstractProcessEnginePlugin {

    EngineStart(FlywayMigrationInitializer schema) {
        // being asked for is enough: Spring has run the migrations when this plugin exists
    }
}
