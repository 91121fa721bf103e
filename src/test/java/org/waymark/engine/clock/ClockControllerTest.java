package org.waymark.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ClockControllerTest {

    private static final Clock MACHINE = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ClockConfiguration.ZONE);

    @AfterEach
    void resetEngineClock() {
        ClockUtil.reset();
    }

    @Test
    void inOfficeTheBrowsersClockIsLeftAlone() {
        var beans = new StaticListableBeanFactory();
        var reading = new ClockController(MACHINE, beans.getBeanProvider(DemoClock.class))
                .read()
                .getBody();
        assertThat(reading.demo()).isFalse();
        assertThat(reading.offsetMillis()).isZero();
        assertThat(reading.now()).hasToString("2026-11-24T09:00+08:00");
    }

    @Test
    void inTheDemoTheOffsetLeadsToTheDemosNow() {
        var clock = new DemoClock(MACHINE, Duration.ofDays(-1988));
        var beans = new StaticListableBeanFactory();
        beans.addBean("demoClock", clock);
        var answer = new ClockController(clock, beans.getBeanProvider(DemoClock.class)).read();
        assertThat(answer.getBody().demo()).isTrue();
        assertThat(MACHINE.instant().plusMillis(answer.getBody().offsetMillis()))
                .isEqualTo(clock.instant());
        assertThat(answer.getBody().now()).hasToString("2021-06-15T09:00+08:00");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }
}
