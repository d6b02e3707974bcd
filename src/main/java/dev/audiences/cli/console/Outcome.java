package dev.audiences.cli.console;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the run ends. Several threads may end it: the first one decides the exit code, and only its failure is
 * reported.
 */
public final class Outcome {
    /** What the run gets for ending by itself when its time is over: it knows better what was going on. */
    private static final Duration GRACE = Duration.ofMillis(400);

    private final Environment environment;
    private final Messages messages;
    private final AtomicReference<ExitCode> exitCode = new AtomicReference<>();
    private Runnable cancelWatch = () -> {};

    public Outcome(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
    }

    /** Has the run ended from outside when it takes longer than this; null for no bound. */
    public void watch(Duration maxTime) {
        if (maxTime != null && !maxTime.isZero()) {
            cancelWatch = environment.watchdog().schedule(maxTime.plus(GRACE), () -> endLate(maxTime));
        }
    }

    /** Cancels the time limit; the run has ended and everything is reported. */
    public void close() {
        cancelWatch.run();
    }

    private void endLate(Duration maxTime) {
        // Otherwise the run has ended by itself, and waits for stderr to take its failure.
        boolean first = exitCode.compareAndSet(null, ExitCode.UNAVAILABLE);
        environment.watchdog().end(first ? () -> reportLast(maxTime) : messages::endProgress, exitCode.get());
    }

    private void reportLast(Duration maxTime) {
        messages.failure(FailureMessages.outOfTime(maxTime, null));
        messages.silence();
    }

    /** Records how the run ended; returns the exit code of the first call. */
    public ExitCode of(ExitCode ended) {
        exitCode.compareAndSet(null, ended);
        return exitCode.get();
    }

    /** As {@link #of(ExitCode)}; reports the failure, if it is the first. */
    public ExitCode of(Failure failure) {
        // When the reader of stdout is gone, there is nobody to report to.
        if (exitCode.compareAndSet(null, failure.exitCode()) && failure.exitCode() != ExitCode.READER_GONE) {
            messages.failure(failure);
        }
        return exitCode.get();
    }

    /** As {@link #of(Failure)}, of a failure of the tool itself. */
    public ExitCode ofBug(Throwable bug) {
        if (exitCode.compareAndSet(null, ExitCode.BUG)) {
            messages.bug(bug);
        }
        return exitCode.get();
    }
}
