package dev.audiences.sandbox;

import dev.audiences.http.Url;
import java.time.Duration;
import java.util.Map;

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
 * @param notReady the ids of the audiences that are not ready, each with the number of requests until it is; -1 for ever
 */
public record SandboxOptions(
        int port,
        int audiences,
        int pageSize,
        Duration latency,
        int rateLimitPerSecond,
        int failStatus,
        int failTimes,
        Map<String, Integer> notReady) {

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
        for (String id : notReady.keySet()) {
            if (SampleAudience.indexOf(id, audiences) < 0) {
                throw new IllegalArgumentException("the sandbox has no audience with the id '" + id + "'");
            }
        }
        notReady = Map.copyOf(notReady);
    }

    private static void requireErrorStatus(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(status + " is not an error status (400 to 599)");
        }
    }

    /** Returns options for a sandbox without errors, with somewhat more than one page. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, 42, 25, Duration.ZERO, 0, 0, -1, Map.of());
    }

    /**
     * Returns a copy with these errors.
     *
     * @throws IllegalArgumentException with a message for the user when the status or the number is invalid
     */
    public SandboxOptions failing(int status, int times) {
        requireErrorStatus(status);
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, status, times, notReady);
    }

    /**
     * Returns a copy in which these audiences are not ready.
     *
     * @param ids each with the number of requests for it until it is ready; -1 for ever
     * @throws IllegalArgumentException with a message for the user when there is no audience with one of the ids
     */
    public SandboxOptions withNotReady(Map<String, Integer> ids) {
        return new SandboxOptions(port, audiences, pageSize, latency, rateLimitPerSecond, failStatus, failTimes, ids);
    }

    /** Returns a copy with another number of audiences and another page size. */
    SandboxOptions with(int audiences, int pageSize) {
        return new SandboxOptions(
                port, audiences, pageSize, latency, rateLimitPerSecond, failStatus, failTimes, notReady);
    }
}
