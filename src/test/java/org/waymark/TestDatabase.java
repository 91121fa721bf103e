package org.waymark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a new database: in memory on H2, or one of a PostgreSQL started once per test run. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "waymark_" + UUID.randomUUID().toString().replace("-", "");
        boolean onPostgres = "postgres".equals(System.getProperty("waymark.test.database"));
        TestPropertyValues.of(
                        "spring.datasource.url=" + (onPostgres ? onPostgres(name) : onH2(name)),
                        "spring.datasource.username=" + (onPostgres ? "postgres" : "sa"),
                        "spring.datasource.password=",
                        "waymark.data-dir=" + folder())
                .applyTo(context);
    }

    private static String onH2(String name) {
        return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(name);
    }

    private static synchronized String onPostgres(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "600")
                        .start();
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("waymark-test").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
