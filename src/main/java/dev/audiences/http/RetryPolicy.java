package dev.audiences.http;

import dev.audiences.text.Durations;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Decides when a failed request is retried. A GET request is safe to retry (RFC 9110, section 9.2.2).
 *
 * <p>The delay before attempt n+1 is {@code min(20 s, base · 2^(n-1)) · random(0.5 … 1)} with a base of half a second,
 * and of one second after a 429; the server's Retry-After takes precedence.
 */
public final class RetryPolicy {
    private static final Duration BASE = Duration.ofMillis(500);
    private static final Duration BASE_RATE_LIMITED = Duration.ofSeconds(1);
    private static final Duration MAX_OWN_DELAY = Duration.ofSeconds(20);

    private static final String MORE_TIME = "allow more time with " + TimeLimit.MAX_TIME;

    private final Limits limits;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final Supplier<RandomGenerator> random;
    private final long started;

    /**
     * The limits of retrying.
     *
     * @param attempts the maximum number of requests for one page, including the first
     * @param waitingBudget the maximum sum of the delays for one page
     * @param attemptTimeout for one attempt, including the body
     * @param maxTime for the whole run, measured from the creation of the policy, or null for no limit
     */
    public record Limits(int attempts, Duration waitingBudget, Duration attemptTimeout, Duration maxTime) {}

    /** @param nanoTime a clock in nanoseconds that never goes back, such as {@link System#nanoTime} */
    public RetryPolicy(
            Limits limits, Clock clock, LongSupplier nanoTime, Sleeper sleeper, Supplier<RandomGenerator> random) {
        this.limits = limits;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.random = random;
        this.started = nanoTime.getAsLong();
    }

    /** An operation that may be retried. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Runs the attempt with this number, counted from 1, within the limit. */
        T run(int number, TimeLimit limit) throws ApiException, InterruptedException;

        /**
         * Called after a failure. Returns whether the next attempt will be another request, which may succeed where
         * this one can't.
         *
         * @param last whether no further retry is allowed
         */
        default boolean replaceAfter(ApiException failure, boolean last) {
            return false;
        }
    }

    /**
     * Runs the attempt until it succeeds, fails with an error that is not retryable, or reaches a limit. A replaced
     * request is no retry: where a retry is not allowed, it is sent at once.
     *
     * @throws ApiException the failure of the last attempt; its message says why there was no further one
     */
    public <T> T run(Attempt<T> attempt, RequestListener listener) throws ApiException, InterruptedException {
        Duration waited = Duration.ZERO;
        for (int number = 1; ; number++) {
            try {
                return attempt.run(number, limit());
            } catch (ApiException e) {
                boolean last = !e.retryable() || number >= limits.attempts();
                if (attempt.replaceAfter(e, last) && last) {
                    // A refusal was no attempt at what is requested now.
                    number -= e.retryable() ? 0 : 1;
                    continue;
                }
                if (!e.retryable()) {
                    throw e;
                }
                Duration delay = delay(e, number, waited);
                listener.waiting(delay, e, number + 1, limits.attempts());
                sleeper.sleep(delay);
                listener.resumed();
                waited = waited.plus(delay);
            }
        }
    }

    /**
     * Returns the limit for one step: the timeout of an attempt, or what is left of the whole run when that is less.
     */
    public TimeLimit stepLimit() {
        if (limits.maxTime() == null || timeLeft().compareTo(limits.attemptTimeout()) >= 0) {
            return new TimeLimit(limits.attemptTimeout(), null);
        }
        return new TimeLimit(timeLeft(), limits.maxTime());
    }

    /** Returns the limit of the whole run, or null. */
    public Duration maxTime() {
        return limits.maxTime();
    }

    private TimeLimit limit() throws ApiException {
        TimeLimit limit = stepLimit();
        if (limit.left().isZero() || limit.left().isNegative()) {
            throw outOfTime();
        }
        return limit;
    }

    private Duration delay(ApiException e, int number, Duration waited) throws ApiException {
        Duration asked = e.retryDelay(clock.instant());
        Duration delay = asked == null ? ownDelay(e, number) : asked;
        if (asked != null && waited.plus(asked).compareTo(limits.waitingBudget()) > 0) {
            throw e.withMessage(e.getMessage() + ", and asks to wait " + tooLong(asked, waited));
        }
        if (number >= limits.attempts()) {
            throw number == 1 ? e : e.withMessage(e.getMessage() + ", " + number + " times in a row");
        }
        if (waited.plus(delay).compareTo(limits.waitingBudget()) > 0) {
            throw e.withMessage(e.getMessage() + ", " + (number == 1 ? "once" : number + " times") + " within the "
                    + Durations.text(limits.waitingBudget()) + " allowed for waiting");
        }
        if (limits.maxTime() != null && delay.compareTo(timeLeft()) >= 0) {
            throw e.withMessage(e.getMessage() + ", and " + over()).withHint(MORE_TIME);
        }
        return delay;
    }

    private String tooLong(Duration asked, Duration waited) {
        String allowed = "longer than the " + Durations.text(limits.waitingBudget()) + " allowed";
        return asked.compareTo(limits.waitingBudget()) > 0
                ? Durations.text(asked) + ", " + allowed
                : Durations.text(asked) + " more: with the " + Durations.text(waited) + " waited before, " + allowed;
    }

    private Duration ownDelay(ApiException e, int number) {
        Duration base = e.kind() == ApiException.Kind.RATE_LIMITED ? BASE_RATE_LIMITED : BASE;
        Duration full = base.multipliedBy(1L << Math.min(number - 1, 10));
        Duration capped = full.compareTo(MAX_OWN_DELAY) < 0 ? full : MAX_OWN_DELAY;
        return Duration.ofMillis((long) (capped.toMillis() * random.get().nextDouble(0.5, 1)));
    }

    private Duration timeLeft() {
        return limits.maxTime().minusNanos(nanoTime.getAsLong() - started);
    }

    private ApiException outOfTime() {
        return ApiException.of(ApiException.Kind.UNAVAILABLE, over())
                .hint(MORE_TIME)
                .build();
    }

    private String over() {
        return "the " + Durations.text(limits.maxTime()) + " for the whole run (" + TimeLimit.MAX_TIME + ") are over";
    }
}
