package org.waymark.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords by user name and by the address they come from: after five the name is closed to that address
 * for a while, each time longer, 15 minutes at most. Whoever guesses locks nobody out but himself.
 */
@Component
class SignInTries {

    private static final int FREE = 5;
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** The longest untouched goes first, so that guessing names fills no memory. */
    private final Map<Guess, Tries> counted = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guess, Tries> eldest) {
            return size() > MOST;
        }
    };

    private final Clock clock;

    SignInTries(Clock clock) {
        this.clock = clock;
    }

    private record Guess(String name, String address) {}

    private record Tries(int failed, Instant closedUntil) {}

    synchronized boolean closed(String name, String address) {
        Tries tries = counted.get(new Guess(name, address));
        return tries != null && clock.instant().isBefore(tries.closedUntil());
    }

    synchronized void failed(String name, String address) {
        Tries before = counted.get(new Guess(name, address));
        int count = before == null ? 1 : before.failed() + 1;
        Duration wait = count < FREE
                ? Duration.ZERO
                : Duration.ofMinutes(Math.min(LONGEST.toMinutes(), 1L << Math.min(count - FREE, 4)));
        counted.put(new Guess(name, address), new Tries(count, clock.instant().plus(wait)));
    }

    synchronized void succeeded(String name, String address) {
        counted.remove(new Guess(name, address));
    }

    /** How many names and addresses are remembered. */
    synchronized int counted() {
        return counted.size();
    }
}
