package dev.audiences.sandbox;

import java.time.Duration;

/**
 * How the sandbox behaves.
 *
 * @param port of the loopback interface; 0 for any free one
 * @param audiences how many audiences the account group holds
 * @param pageSize audiences a page when the request names no limit
 * @param latency how long every response takes
 * @param rateLimitPerSecond requests a second before a 429; 0 for no bound
 * @param failStatus the error status to answer with; 0 for none
 * @param failTimes how many requests fail so; -1 for all of them
 */
public record SandboxOptions(
        int port,
        int audiences,
        int pageSize,
        Duration latency,
        int rateLimitPerSecond,
        int failStatus,
        int failTimes) {
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException with a message for the user when a value makes no sense */
    public SandboxOptions {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("there is no port " + port);
        }
        if (pageSize < 1 || pageSize > Sandbox.MAX_LIMIT) {
            throw new IllegalArgumentException("a page holds 1 to " + Sandbox.MAX_LIMIT + " audiences");
        }
        if (failStatus != 0) {
            requireErrorStatus(failStatus);
        }
        if (failTimes < -1) {
            throw new IllegalArgumentException("a number of failures is 0 or more");
        }
    }

    private static void requireErrorStatus(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(status + " is not an error status (400 to 599)");
        }
    }

    /** A well-behaved API with a little more than one page. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, 42, 25, Duration.ZERO, 0, 0, -1);
    }

    /**
     * The same, but failing.
     *
     * @throws IllegalArgumentException with a message for the user when it is no error status, or no number of times
     */
    public SandboxOptions failing(int status, int times) {
        requireErrorStatus(status);
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, status, times);
    }

    /** The same with another number of audiences and another page size. */
    public SandboxOptions holding(int audiences, int pageSize) {
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, failStatus, failTimes);
    }
}
