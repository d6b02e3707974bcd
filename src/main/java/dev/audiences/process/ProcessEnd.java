package dev.audiences.process;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Watchdog;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cleans up and ends the process in a bounded time. What is to be done at the end may wait for a stream that takes
 * nothing any more, itself or by way of a lock, so it runs on threads of its own that the process does not wait for.
 */
public final class ProcessEnd implements Watchdog {
    private static final Duration FOR_LAST_WORDS = Duration.ofMillis(300);
    private static final Duration FOR_CLEANING_UP = Duration.ofMillis(500);
    private static final Duration FOR_EVERYTHING = Duration.ofSeconds(2);

    @Override
    public Runnable schedule(Duration delay, Runnable action) {
        AtomicBoolean decided = new AtomicBoolean();
        Thread thread = start("watchdog", () -> {
            if (slept(delay) && !decided.getAndSet(true)) {
                action.run();
            }
        });
        return () -> {
            if (!decided.getAndSet(true)) {
                thread.interrupt();
                return;
            }
            // The process is being ended: it must not end before the last words are out.
            join(thread, FOR_EVERYTHING);
        };
    }

    @Override
    public void end(Runnable lastWords, ExitCode exitCode) {
        runFor(FOR_LAST_WORDS, lastWords);
        start("halt", () -> {
            slept(FOR_EVERYTHING);
            Runtime.getRuntime().halt(exitCode.code());
        });
        System.exit(exitCode.code());
    }

    /** Runs the action when the process is told to end; gives what takes that back. */
    public static Runnable onShutdown(Runnable action) {
        Thread hook = new Thread(() -> runFor(FOR_CLEANING_UP, action), "shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // The process is ending already.
            action.run();
            return () -> {};
        }
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The hook is running already.
            }
        };
    }

    private static void runFor(Duration bound, Runnable action) {
        try {
            join(start("last-action", action), bound);
        } catch (OutOfMemoryError noMoreThreads) {
            action.run();
        }
    }

    private static Thread start(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread, Duration bound) {
        try {
            thread.join(bound.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean slept(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException cancelled) {
            return false;
        }
    }
}
