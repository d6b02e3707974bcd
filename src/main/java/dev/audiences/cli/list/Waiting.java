package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.cli.export.Progress;
import dev.audiences.cli.session.RequestOptions;
import dev.audiences.http.ApiException;
import dev.audiences.http.RetryPolicy;
import dev.audiences.text.Counts;
import dev.audiences.text.Durations;
import java.time.Duration;
import java.util.List;

/** The pauses between the requests for audiences that are not ready yet. */
final class Waiting {
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(30);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** What the last request may take of the time. */
    private static final Duration RESERVE = Duration.ofSeconds(1);
    /** How often the progress line is refreshed. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Environment environment;
    private final Messages messages;
    private final Duration limit;
    private final long started;
    private Duration next = FIRST;

    Waiting(Environment environment, Messages messages, RetryPolicy retries) {
        this.environment = environment;
        this.messages = messages;
        this.limit = retries.maxTime() == null ? DEFAULT_LIMIT : retries.maxTime();
        this.started = environment.nanoTime().getAsLong();
    }

    /**
     * Waits before the next request.
     *
     * @param notReady the ids that are waited for
     * @param reason why, thrown when the time is over
     */
    void pause(List<String> notReady, ApiException reason) throws ApiException, InterruptedException {
        Duration left = limit.minus(waited()).minus(RESERVE);
        if (left.isNegative() || left.isZero()) {
            throw over(notReady, reason);
        }
        if (next.equals(FIRST)) {
            messages.info(described(notReady) + " not ready yet: waiting for at most " + Durations.text(limit));
        }
        Duration asked = reason.retryDelay(environment.clock().instant());
        Duration pause = asked != null && asked.compareTo(next) > 0 ? asked : next;
        sleep(left.compareTo(pause) < 0 ? left : pause, notReady);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private void sleep(Duration pause, List<String> notReady) throws InterruptedException {
        StandardStreams terminal = environment.terminal();
        Progress progress = new Progress(
                messages, environment, Resource.AUDIENCE.noun(), terminal.stderr() && !terminal.stdoutPipe());
        Duration left = pause;
        while (progress.isShown() && left.compareTo(TICK) >= 0) {
            progress.show(() -> described(notReady) + " not ready yet" + soFar() + " …");
            environment.sleeper().sleep(TICK);
            left = left.minus(TICK);
        }
        if (!left.isZero()) {
            environment.sleeper().sleep(left);
        }
        progress.clear();
    }

    private String soFar() {
        Duration seconds = Duration.ofSeconds(waited().toSeconds());
        return seconds.isZero() ? "" : ", after " + Durations.text(seconds);
    }

    private Duration waited() {
        return Duration.ofNanos(environment.nanoTime().getAsLong() - started);
    }

    private ApiException over(List<String> notReady, ApiException reason) {
        String others = String.join(", ", notReady.subList(1, notReady.size()));
        String also = others.isEmpty() ? "" : ", nor " + (notReady.size() == 2 ? "is " : "are ") + others;
        return reason.withMessage(reason.getMessage() + also + "; the waiting ended after " + Durations.text(limit))
                .withHint("allow more with " + RequestOptions.MAX_TIME + ", or run it again later");
    }

    private static String described(List<String> notReady) {
        return notReady.size() == 1
                ? "the audience " + notReady.get(0) + " is"
                : Counts.of(notReady.size(), Resource.AUDIENCE.noun()) + " are";
    }
}
