package dev.audiences.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** How the run ends. Several threads may come to an end of it: the first one counts, and only its failure is told. */
final class Outcome {
    /** What the run gets for ending by itself when its time is over: it knows better what was going on. */
    private static final Duration GRACE = Duration.ofMillis(400);

    private final Environment environment;
    private final Talk talk;
    private final AtomicReference<ExitCode> exitCode = new AtomicReference<>();
    private Runnable cancelWatch = () -> {};

    Outcome(Environment environment, Talk talk) {
        this.environment = environment;
        this.talk = talk;
    }

    /** Has the run ended from outside when it takes longer than this; null for no bound. */
    void watch(Duration maxTime) {
        if (maxTime != null && !maxTime.isZero()) {
            cancelWatch = environment.watchdog().schedule(maxTime.plus(GRACE), () -> endLate(maxTime));
        }
    }

    /** Ends the watch, once everything is told. */
    void close() {
        cancelWatch.run();
    }

    private void endLate(Duration maxTime) {
        // Otherwise the run has ended by itself, and waits for stderr to take its failure.
        boolean first = exitCode.compareAndSet(null, ExitCode.UNAVAILABLE);
        environment.watchdog().end(first ? () -> tellLast(maxTime) : talk::endProgress, exitCode.get());
    }

    private void tellLast(Duration maxTime) {
        talk.failure(RequestOptions.outOfTime(maxTime, null));
        talk.mute();
    }

    /** Gives the exit code that counts. */
    ExitCode of(ExitCode ended) {
        exitCode.compareAndSet(null, ended);
        return exitCode.get();
    }

    /** As {@link #of(ExitCode)}; tells the failure, if it is the first. */
    ExitCode of(Failure failure) {
        // When the reader of stdout is gone, nobody is left to talk to.
        if (exitCode.compareAndSet(null, failure.exitCode()) && failure.exitCode() != ExitCode.READER_GONE) {
            talk.failure(failure);
        }
        return exitCode.get();
    }

    /** As {@link #of(Failure)}, of a failure of the tool itself. */
    ExitCode ofBug(Throwable bug) {
        if (exitCode.compareAndSet(null, ExitCode.BUG)) {
            talk.bug(bug);
        }
        return exitCode.get();
    }
}
