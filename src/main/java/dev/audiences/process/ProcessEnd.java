package dev.audiences.process;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Watchdog;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cleans up and exits the process within a time limit. The actions at exit may block on a stream that is no longer
 * read, directly or through a lock, so they run on daemon threads.
 */
public final class ProcessEnd implements Watchdog {
    private static final Duration LAST_MESSAGE_TIMEOUT = Duration.ofMillis(300);
    private static final Duration CLEANUP_TIMEOUT = Duration.ofMillis(500);
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(2);

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
            // The action is exiting the process; do not exit before it has printed the last message.
            join(thread, EXIT_TIMEOUT);
        };
    }

    @Override
    public void end(Runnable lastMessage, ExitCode exitCode) {
        runFor(LAST_MESSAGE_TIMEOUT, lastMessage);
        start("halt", () -> {
            slept(EXIT_TIMEOUT);
            Runtime.getRuntime().halt(exitCode.code());
        });
        System.exit(exitCode.code());
    }

    /** Registers an action to run at the shutdown of the process; returns what unregisters it. */
    public static Runnable onShutdown(Runnable action) {
        Thread hook = new Thread(() -> runFor(CLEANUP_TIMEOUT, action), "shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // The shutdown has begun.
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

    private static void runFor(Duration timeout, Runnable action) {
        try {
            join(start("last-action", action), timeout);
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

    private static void join(Thread thread, Duration timeout) {
        try {
            thread.join(timeout.toMillis());
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
