package org.waymark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.waymark.engine.clock.ContextClock;
import org.waymark.roster.TestRoster;
import org.waymark.supervision.SitePermit;

/**
 * A test of the whole application on a real database of its own: H2 by default, PostgreSQL in the second run. Jobs run
 * only when a test runs them; the clock starts on 2021-06-15 at 09:00 and moves only forward. A class that moves it
 * takes a context of its own.
 *
 * <p>A test with properties of its own gets a context of its own and names its engine
 * ({@code camunda.bpm.process-engine-name}): Camunda's webapps find engines by name, one {@code default} in a JVM.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.demo.today=2021-06-15",
            "waymark.demo.people=true",
            "waymark.background=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import({Walk.class, Desk.class, TestRoster.class, SitePermit.class})
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(
        listeners = ContextClock.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@ActiveProfiles("test")
public @interface WaymarkTest {}
