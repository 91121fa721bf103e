package org.waymark.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkTest;

/** Test classes in an order that would let the clock of one reach the next. */
@WaymarkTest
class ContextClockTest {

    @Autowired
    DemoClock clock;

    @AfterEach
    void engineClockBackToOurs() {
        ClockUtil.offset(clock.offset().toMillis());
    }

    @Test
    void aClassFindsTheEnginesClockAtItsOwnAfterOneThatResetIt() throws Exception {
        ClockUtil.reset();
        begun(Next.class);
        assertThatTheEngineTellsOurTime();
    }

    @Test
    void aClassFindsTheEnginesClockAtItsOwnAfterOneWithAnotherClock() throws Exception {
        new DemoClock(Clock.system(ClockConfiguration.ZONE), Duration.ofDays(300));
        begun(Next.class);
        assertThatTheEngineTellsOurTime();
    }

    @Test
    void whoMovesTheClockOfTheContextThatAllShareIsTold() throws Exception {
        var mover = begun(Shared.class);
        clockOf(mover).moveTo(clockOf(mover).instant().plus(Duration.ofDays(25)));
        assertThatThrownBy(mover::afterTestClass).hasMessageContaining("Shared").hasMessageContaining("of its own");
    }

    @Test
    void timeMovedByOneClassDoesNotReachTheNext() throws Exception {
        var mover = begun(Own.class);
        clockOf(mover).moveTo(clockOf(mover).instant().plus(Duration.ofDays(25)));
        mover.afterTestClass();
        assertThatThrownBy(() -> begun(Own.class)).hasMessageContaining("would begin at a time");
    }

    @Test
    void aContextWhoseClockWasLeftAloneServesTheNext() throws Exception {
        var first = begun(Quiet.class);
        first.afterTestClass();
        assertThat(clockOf(begun(Quiet.class))).isSameAs(clockOf(first));
    }

    private static TestContextManager begun(Class<?> test) throws Exception {
        var manager = new TestContextManager(test);
        manager.beforeTestClass();
        return manager;
    }

    private void assertThatTheEngineTellsOurTime() {
        Instant before = clock.instant();
        Instant told = ClockUtil.getCurrentTime().toInstant();
        // the engine counts whole milliseconds
        assertThat(told).isBetween(before.minusMillis(1), clock.instant().plusMillis(1));
    }

    private static DemoClock clockOf(TestContextManager manager) {
        return manager.getTestContext().getApplicationContext().getBean(DemoClock.class);
    }

    /** Any test of the application. */
    @WaymarkTest
    static class Next {}

    @OfAClock
    static class Shared {}

    @OfAClock
    @TestPropertySource(properties = "camunda.bpm.process-engine-name=own")
    static class Own {}

    @OfAClock
    @TestPropertySource(properties = "quiet=true")
    static class Quiet {}

    /** A test of nothing but a clock. */
    @Retention(RetentionPolicy.RUNTIME)
    @ContextConfiguration(classes = OnlyAClock.class)
    @TestExecutionListeners(ContextClock.class)
    @interface OfAClock {}

    /** Not a configuration by annotation: a server started from the tests' classpath would find it. */
    static class OnlyAClock {

        @Bean
        DemoClock clock() {
            return new DemoClock(Clock.system(ClockConfiguration.ZONE), Duration.ofDays(-3));
        }
    }
}
