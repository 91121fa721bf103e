package org.waymark.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestExecutionListeners;
import org.waymark.WaymarkTest;

/** Test classes in an order that would let the clock of one reach the next. */
@WaymarkTest
class ContextClockTest {

    private static final Duration OFFSET = Duration.ofDays(-3);

    @Autowired
    DemoClock clock;

    @AfterEach
    void engineClockBackToOurs() {
        ClockUtil.offset(clock.offset().toMillis());
    }

    @Test
    void aClassFindsTheEnginesClockAtItsOwnAfterOneThatResetIt() throws Exception {
        ClockUtil.reset();
        new TestContextManager(Next.class).beforeTestClass();
        assertThatTheEngineTellsOurTime();
    }

    @Test
    void aClassFindsTheEnginesClockAtItsOwnAfterOneWithAnotherClock() throws Exception {
        new DemoClock(Clock.system(ClockConfiguration.ZONE), Duration.ofDays(300));
        new TestContextManager(Next.class).beforeTestClass();
        assertThatTheEngineTellsOurTime();
    }

    @Test
    void timeMovedByOneClassDoesNotReachTheNext() throws Exception {
        var mover = new TestContextManager(Small.class);
        mover.beforeTestClass();
        clockOf(mover).moveTo(clockOf(mover).instant().plus(Duration.ofDays(25)));
        mover.afterTestClass();
        var next = new TestContextManager(Small.class);
        next.beforeTestClass();
        assertThat(clockOf(next).offset()).isEqualTo(OFFSET);
    }

    @Test
    void aContextWhoseClockWasLeftAloneIsKept() throws Exception {
        var first = new TestContextManager(Small.class);
        first.beforeTestClass();
        var clock = clockOf(first);
        first.afterTestClass();
        assertThat(clockOf(new TestContextManager(Small.class))).isSameAs(clock);
    }

    private void assertThatTheEngineTellsOurTime() {
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant told = ClockUtil.getCurrentTime().toInstant();
        assertThat(told).isBetween(before, clock.instant());
    }

    private static DemoClock clockOf(TestContextManager manager) {
        return manager.getTestContext().getApplicationContext().getBean(DemoClock.class);
    }

    /** Any test of the application. */
    @WaymarkTest
    static class Next {}

    /** A test of nothing but a clock. */
    @ContextConfiguration(classes = OnlyAClock.class)
    @TestExecutionListeners(ContextClock.class)
    static class Small {}

    /** Not a configuration by annotation: a server started from the tests' classpath would find it. */
    static class OnlyAClock {

        @Bean
        DemoClock clock() {
            return new DemoClock(Clock.system(ClockConfiguration.ZONE), OFFSET);
        }
    }
}
