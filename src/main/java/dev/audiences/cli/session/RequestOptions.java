package dev.audiences.cli.session;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.OptionSpecs;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How long requests may take, and how often they are repeated. */
public final class RequestOptions {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration DEFAULT_WAITING = Duration.ofSeconds(120);
    private static final int DEFAULT_RETRIES = 4;

    public static final String MAX_TIME = TimeLimit.MAX_TIME;

    private final OptionSpec timeout =
            OptionSpecs.duration("TIME", "Give one request this long in all, such as 30s (default: 60s).", "--timeout");
    private final OptionSpec retries =
            OptionSpecs.number(0, "N", "Repeat a failed request up to N times (default: 4).", "--retries");
    private final OptionSpec retryMaxTime = OptionSpecs.duration(
            "TIME", "Wait this long in all between the tries for one page (default: 120s).", "--retry-max-time");
    private final OptionSpec maxTime =
            OptionSpecs.duration("TIME", "Give the whole run this long (default: no bound).", MAX_TIME);

    public void addTo(CommandSpec spec) {
        spec.addOption(timeout).addOption(retries).addOption(retryMaxTime).addOption(maxTime);
    }

    public RetryPolicy policy(Environment environment) throws Failure {
        Duration attempt = positive(timeout, DEFAULT_TIMEOUT);
        Integer repeats = retries.getValue();
        Duration waiting = retryMaxTime.getValue();
        RetryPolicy.Limits limits = new RetryPolicy.Limits(
                1 + (repeats == null ? DEFAULT_RETRIES : repeats),
                waiting == null ? DEFAULT_WAITING : waiting,
                attempt,
                positive(maxTime, null));
        return new RetryPolicy(
                limits, environment.clock(), environment.nanoTime(), environment.sleeper(), environment.random());
    }

    private static Duration positive(OptionSpec option, Duration otherwise) throws Failure {
        Duration value = option.getValue();
        if (value != null && value.isZero()) {
            throw Failure.usage(option.longestName() + " must be more than zero", "leave it out for the default");
        }
        return value == null ? otherwise : value;
    }
}
