package org.waymark.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock that runs as fast as the machine's, some fixed way apart from it; the engine's own clock moves with it. */
public final class DemoClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Duration> offset;

    DemoClock(Clock machine, Duration offset) {
        this.machine = machine;
        this.offset = new AtomicReference<>(offset);
        ClockUtil.offset(offset.toMillis());
    }

    /** How far this clock is ahead of the machine's; negative in the demo, which plays in 2021. */
    public Duration offset() {
        return offset.get();
    }

    /**
     * Moves on to {@code moment}. Time never goes back: what has been reminded, lapsed or recorded would be contradicted.
     *
     * @throws IllegalArgumentException if {@code moment} is before the present moment of this clock
     */
    public void moveTo(Instant moment) {
        offset.updateAndGet(old -> {
            Duration next = Duration.between(machine.instant(), moment);
            if (next.compareTo(old) < 0) {
                throw new IllegalArgumentException(
                        "The demo clock stands at " + instant() + " and cannot go back to " + moment);
            }
            return next;
        });
        ClockUtil.offset(offset.get().toMillis());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset.get());
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.get());
    }
}
