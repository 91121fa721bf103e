package org.waymark.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInTriesTest {

    private final SignInTries tries =
            new SignInTries(Clock.fixed(Instant.parse("2021-06-15T01:00:00Z"), ZoneOffset.UTC));

    @Test
    void whoGuessesClosesTheNameForHisOwnAddressAlone() {
        for (int i = 0; i < 5; i++) {
            tries.failed("leader", "10.0.0.66");
        }
        assertThat(tries.closed("leader", "10.0.0.66")).isTrue();
        assertThat(tries.closed("leader", "10.0.0.7")).isFalse();
    }

    @Test
    void theRightPasswordElsewhereDoesNotOpenItForWhoGuesses() {
        for (int i = 0; i < 5; i++) {
            tries.failed("leader", "10.0.0.66");
        }
        tries.succeeded("leader", "10.0.0.7");
        assertThat(tries.closed("leader", "10.0.0.66")).isTrue();
    }

    @Test
    void guessingNamesFillsNoMemory() {
        for (int i = 0; i < 20_000; i++) {
            for (int j = 0; j < 5; j++) {
                tries.failed("name" + i, "10.0.0.66");
            }
        }
        assertThat(tries.counted()).isLessThanOrEqualTo(10_000);
        assertThat(tries.closed("name19999", "10.0.0.66")).isTrue();
    }
}
