package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of retrying, each at its boundary. */
class RetryPolicyTest {
    private final AtomicLong nanos = new AtomicLong(42);
    private final List<Long> waits = new ArrayList<>();
    private final List<Long> timeouts = new ArrayList<>();

    private RetryPolicy policy(int attempts, int budget, Integer maxTime) {
        RetryPolicy.Limits limits = new RetryPolicy.Limits(
                attempts,
                Duration.ofSeconds(budget),
                Duration.ofSeconds(30),
                maxTime == null ? null : Duration.ofSeconds(maxTime));
        Sleeper sleeper = duration -> {
            waits.add(duration.toSeconds());
            nanos.addAndGet(duration.toNanos());
        };
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new RetryPolicy(limits, clock, nanos::get, sleeper, () -> new SplittableRandom(7));
    }

    private String failure(RetryPolicy policy, String retryAfter) {
        return assertThrows(
                        ApiException.class,
                        () -> policy.run(
                                (number, limit) -> {
                                    timeouts.add(limit.left().toSeconds());
                                    throw ApiException.of(ApiException.Kind.UNAVAILABLE, "busy")
                                            .retryable(true)
                                            .retryAfter(retryAfter, null)
                                            .build();
                                },
                                new RequestListener() {}))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 120, -, 9, 0, busy",
                "2, 120, -, 9, 1, 'busy, 2 times in a row'",
                "5, 20, -, 10, 2, 'busy, and asks to wait 10 s more: with the 20 s waited before, longer than the 20 s allowed'",
                "5, 19, -, 10, 1, 'busy, and asks to wait 10 s more: with the 10 s waited before, longer than the 19 s allowed'",
                "5, 9, -, 10, 0, 'busy, and asks to wait 10 s, longer than the 9 s allowed'",
                "9, 0, -, -, 0, 'busy, once within the 0 ms allowed for waiting'",
                "5, 120, 21, 10, 2, 'busy, and the 21 s for the whole run (--max-time) are over'",
                "5, 120, 20, 10, 1, 'busy, and the 20 s for the whole run (--max-time) are over'"
            })
    void endTheRetries(int attempts, int budget, Integer maxTime, String retryAfter, int waited, String message) {
        assertEquals(message, failure(policy(attempts, budget, maxTime), retryAfter));
        assertEquals(waited, waits.size());
    }

    @Test
    void limitAnAttemptToTheRestOfTheRun() {
        failure(policy(5, 120, 35), "10");
        assertEquals(List.of(30L, 25L, 15L, 5L), timeouts);
    }

    @Test
    void startNoAttemptTooLate() {
        RetryPolicy policy = policy(5, 120, 1);
        nanos.addAndGet(1_000_000_000);
        assertEquals("the 1 s for the whole run (--max-time) are over", failure(policy, null));
        nanos.addAndGet(1);
        assertEquals("the 1 s for the whole run (--max-time) are over", failure(policy, null));
        assertEquals(List.of(), timeouts);
    }
}
