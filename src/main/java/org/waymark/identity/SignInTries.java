package org.waymark.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts wrong passwords by user name: after five the name is closed for a while, each time longer, 15 minutes at most. */
@Component
class SignInTries {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Tries> byName = new ConcurrentHashMap<>();
    private final Clock clock;

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int failed, Instant closedUntil) {}

    boolean closed(String name) {
        Tries tries = byName.get(name);
        return tries != null && clock.instant().isBefore(tries.closedUntil());
    }

    void failed(String name) {
        byName.compute(name, (key, before) -> {
            int count = before == null ? 1 : before.failed() + 1;
            Duration wait = count < FREE
                    ? Duration.ZERO
                    : Duration.ofMinutes(Math.min(LONGEST.toMinutes(), 1L << Math.min(count - FREE, 4)));
            return new Tries(count, clock.instant().plus(wait));
        });
        // names nobody has are forgotten, so that guessing fills no memory
        if (byName.size() > 10_000) {
            byName.values().removeIf(tries -> tries.closedUntil().isBefore(clock.instant()));
        }
    }

    void succeeded(String name) {
        byName.remove(name);
    }
}
