package org.waymark.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.waymark.Application;
import org.waymark.Desk;
import org.waymark.Walk;
import org.waymark.roster.TestRoster;

/**
 * A benchmark: the whole application on a PostgreSQL that writes safely to the disk, as an office's does. It measures and
 * asserts no time; {@code mvn -Pbench verify} runs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.demo.today=2021-06-15",
            "waymark.demo.people=true",
            "waymark.background=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import({Walk.class, Desk.class, TestRoster.class})
@ContextConfiguration(initializers = Bench.SafePostgres.class)
@ActiveProfiles("test")
@interface Bench {

    /** Zonky's own settings trade safety for speed; these do not. */
    class SafePostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                TestPropertyValues.of(
                                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                "spring.datasource.username=postgres",
                                "spring.datasource.password=",
                                "waymark.data-dir=" + Files.createTempDirectory("waymark-bench"))
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
