package org.waymark.engine.clock;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Tasklist how far the demo's clock stands from the machine's, so that the browser judges due dates by ours. */
@RestController
class ClockController {

    private final Clock clock;
    private final ObjectProvider<DemoClock> demoClock;

    ClockController(Clock clock, ObjectProvider<DemoClock> demoClock) {
        this.clock = clock;
        this.demoClock = demoClock;
    }

    @GetMapping("/ui/clock")
    ResponseEntity<Reading> read() {
        DemoClock demo = demoClock.getIfAvailable();
        long offset = demo == null ? 0 : demo.offset().toMillis();
        var now = OffsetDateTime.now(clock);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Reading(offset, demo != null, now));
    }

    /** What the clock shows: milliseconds ahead of the machine (0 outside the demo) and the present moment. */
    record Reading(long offsetMillis, boolean demo, OffsetDateTime now) {}
}
