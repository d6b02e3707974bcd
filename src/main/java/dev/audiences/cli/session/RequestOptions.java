package dev.audiences.cli.session;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;

/** How long requests may take, and how often they are retried. */
public final class RequestOptions {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration DEFAULT_WAITING = Duration.ofSeconds(120);
    private static final int DEFAULT_RETRIES = 4;

    public static final String MAX_TIME = TimeLimit.MAX_TIME;

    private final Option<Duration> timeout =
            Option.duration("TIME", "Give one request this long in all, such as 30s (default: 60s).", "--timeout");
    private final Option<Integer> retries =
            Option.number(0, "N", "Repeat a failed request up to N times (default: 4).", "--retries");
    private final Option<Duration> retryMaxTime = Option.duration(
            "TIME", "Wait this long in all between the tries for one page (default: 120s).", "--retry-max-time");
    private final Option<Duration> maxTime =
            Option.duration("TIME", "Give the whole run this long (default: no bound).", MAX_TIME);

    public void addTo(CommandSpec spec) {
        timeout.addTo(spec, OptionGroup.CONNECTION);
        retries.addTo(spec, OptionGroup.CONNECTION);
        retryMaxTime.addTo(spec, OptionGroup.CONNECTION);
        maxTime.addTo(spec, OptionGroup.CONNECTION);
    }

    /** @throws Failure when a time limit is zero */
    public RetryPolicy policy(Environment environment) throws Failure {
        requirePositive(timeout);
        requirePositive(maxTime);
        RetryPolicy.Limits limits = new RetryPolicy.Limits(
                1 + retries.valueOr(DEFAULT_RETRIES),
                retryMaxTime.valueOr(DEFAULT_WAITING),
                timeout.valueOr(DEFAULT_TIMEOUT),
                maxTime.value());
        return new RetryPolicy(
                limits, environment.clock(), environment.nanoTime(), environment.sleeper(), environment.random());
    }

    private static void requirePositive(Option<Duration> option) throws Failure {
        if (option.isSet() && option.value().isZero()) {
            throw Failure.usage(option.name() + " must be more than zero", "leave it out for the default");
        }
    }
}
