package dev.audiences.sandbox;

import dev.audiences.http.Url;
import java.time.Duration;

/**
 * The options of the sandbox.
 *
 * @param port the port on the loopback interface; 0 for any free one
 * @param audiences the number of audiences in the account group
 * @param pageSize the number of audiences per page when the request has no limit
 * @param latency the delay before every response
 * @param rateLimitPerSecond the number of requests per second before a 429; 0 for no limit
 * @param failStatus the error status to respond with; 0 for none
 * @param failTimes the number of requests that fail; -1 for all
 */
public record SandboxOptions(
        int port,
        int audiences,
        int pageSize,
        Duration latency,
        int rateLimitPerSecond,
        int failStatus,
        int failTimes) {

    /** @throws IllegalArgumentException with a message for the user when a value is invalid */
    public SandboxOptions {
        if (port < 0 || port > Url.MAX_PORT) {
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

    /** Returns options for a sandbox without errors, with somewhat more than one page. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, 42, 25, Duration.ZERO, 0, 0, -1);
    }

    /**
     * Returns a copy with these errors.
     *
     * @throws IllegalArgumentException with a message for the user when the status or the number is invalid
     */
    public SandboxOptions failing(int status, int times) {
        requireErrorStatus(status);
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, status, times);
    }

    /** Returns a copy with another number of audiences and another page size. */
    SandboxOptions with(int audiences, int pageSize) {
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, failStatus, failTimes);
    }
}
