package dev.audiences.http;

import dev.audiences.text.Durations;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * When a failed request is sent again, and when to give up. A GET is safe to repeat (RFC 9110, section 9.2.2).
 *
 * <p>The delay before attempt n+1 is {@code min(20 s, base · 2^(n-1)) · random(0.5 … 1)} with a base of half a second,
 * and of one second after a 429; the server's Retry-After goes before it.
 */
public final class RetryPolicy {
    private static final Duration BASE = Duration.ofMillis(500);
    private static final Duration BASE_RATE_LIMITED = Duration.ofSeconds(1);
    private static final Duration MAX_OWN_DELAY = Duration.ofSeconds(20);

    private static final String MORE_TIME = "allow more time with --max-time";

    private final Limits limits;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final Supplier<RandomGenerator> random;
    private final long started;

    /**
     * How much trying is allowed.
     *
     * @param attempts requests for one page, the first included
     * @param waitingBudget the sum of the delays for one page
     * @param attemptTimeout for one attempt in all, body included
     * @param maxTime for the whole run from the making of the policy on, or null for no bound
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

    /** One try at something, with the time that it may take. */
    @FunctionalInterface
    public interface Attempt<T> {
        public T run(int number, TimeLimit limit) throws ApiException, InterruptedException;
    }

    /**
     * Runs the attempt until it succeeds, fails for good, or the limits are reached.
     *
     * @throws ApiException the last attempt's failure, its message telling why no further one was made
     */
    public <T> T run(Attempt<T> attempt, RequestListener listener) throws ApiException, InterruptedException {
        Duration waited = Duration.ZERO;
        for (int number = 1; ; number++) {
            try {
                return attempt.run(number, limit());
            } catch (ApiException e) {
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

    /** What a step other than a request may take: as much as one attempt, and no more than is left of the whole run. */
    public TimeLimit stepLimit() {
        if (limits.maxTime() == null || timeLeft().compareTo(limits.attemptTimeout()) >= 0) {
            return new TimeLimit(limits.attemptTimeout(), null);
        }
        return new TimeLimit(timeLeft(), limits.maxTime());
    }

    /** The bound on the whole run, or null. */
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
        Duration asked = RetryAfter.parse(e.retryAfter(), e.date(), clock.instant());
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
        return "the " + Durations.text(limits.maxTime()) + " for the whole run (--max-time) are over";
    }
}
