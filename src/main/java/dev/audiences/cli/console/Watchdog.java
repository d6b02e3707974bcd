package dev.audiences.cli.console;

import java.time.Duration;

/** Ends the process from outside of the run, whatever the threads of the run are waiting for. */
public interface Watchdog {
    /**
     * Calls the action after the delay, on a thread of its own.
     *
     * @return what cancels the call
     */
    Runnable schedule(Duration delay, Runnable action);

    /**
     * Ends the process with the exit code, once the actions of {@link Environment#onShutdown} had a short time to clean
     * up.
     *
     * @param lastWords run before; for a short time only, since stderr may be what the run is waiting for
     */
    void end(Runnable lastWords, ExitCode exitCode);
}
