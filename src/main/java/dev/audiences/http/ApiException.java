package dev.audiences.http;

import java.time.Duration;
import java.time.Instant;

/**
 * Thrown when a request fails. The message says in one line what failed; it never contains the API key or a body.
 *
 * <p>Text from the server (message, details, trace id) is unchanged; the code that prints it must escape it.
 */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    /** The kind of failure, which decides the exit code. */
    public enum Kind {
        /** A local setting that the connection needs (proxy, certificate file) is invalid. */
        SETUP,
        /** The API refused the key (401). */
        KEY_REJECTED,
        /** The key lacks a permission (403). */
        PERMISSION_MISSING,
        /** A 401 or 403 without the API's error envelope: a proxy or gateway may have sent it. */
        REFUSED_ON_THE_WAY,
        /** The API rejected the request (400, 404, other 4xx). */
        REFUSED,
        /** What was asked for is still being made (409). */
        NOT_READY,
        /** Too many requests (429), for longer than the retry budget. */
        RATE_LIMITED,
        /** Network, TLS, timeout or 5xx. */
        UNAVAILABLE,
        /** A response that is not from the API, or is inconsistent. */
        UNTRUSTED
    }

    private final Kind kind;
    private final transient Details details;

    /**
     * The details of a failure; a string is null when there is none.
     *
     * @param status the HTTP status, or 0 when there was no response
     * @param retryable whether the same request may succeed later
     * @param smallerMayHelp whether a smaller response may succeed
     * @param fromApi whether the response has the API's error envelope
     * @param retryAfter the response's Retry-After field
     * @param date the response's Date field
     * @param hint what to do next, when the failure itself shows it
     * @param errorDetails the JSON text of the error's details
     * @param traceId identifies the request to the API's support
     * @param permission the permission that the request needs
     */
    private record Details(
            int status,
            boolean retryable,
            boolean smallerMayHelp,
            boolean fromApi,
            String retryAfter,
            String date,
            String hint,
            String errorDetails,
            String traceId,
            String permission) {}

    private ApiException(Kind kind, String message, Details details, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.details = details;
    }

    public static Builder of(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /** Makes an exception for an invalid response; it is not retried. */
    static ApiException untrusted(String message) {
        return of(Kind.UNTRUSTED, message).build();
    }

    /** Returns a copy with another message. */
    public ApiException withMessage(String message) {
        return new ApiException(kind, message, details, getCause());
    }

    /** Returns a copy with another hint. */
    public ApiException withHint(String hint) {
        Details d = details;
        Details changed = new Details(
                d.status,
                d.retryable,
                d.smallerMayHelp,
                d.fromApi,
                d.retryAfter,
                d.date,
                hint,
                d.errorDetails,
                d.traceId,
                d.permission);
        return new ApiException(kind, getMessage(), changed, getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the HTTP status, or 0 when there was no response. */
    public int status() {
        return details.status;
    }

    /** Returns whether the response has the API's error envelope. */
    public boolean isFromApi() {
        return details.fromApi;
    }

    /** Returns what to do next, or null. */
    public String hint() {
        return details.hint;
    }

    /** Returns the JSON text of the error's details, or null. */
    public String details() {
        return details.errorDetails;
    }

    /** Returns the trace id of the response, or null. */
    public String traceId() {
        return details.traceId;
    }

    /** Returns the permission that a key needs for the request, or null. */
    public String permission() {
        return details.permission;
    }

    /** Returns whether the same request may succeed later. */
    public boolean retryable() {
        return details.retryable;
    }

    /** Returns whether a smaller response may succeed: this one was too large, came too late, or was cut. */
    public boolean smallerMayHelp() {
        return details.smallerMayHelp;
    }

    /**
     * Returns the delay that the server asks for before a retry (Retry-After), or null.
     *
     * @param now this machine's time
     */
    public Duration retryDelay(Instant now) {
        return RetryAfter.parse(details.retryAfter, details.date, now);
    }

    /** Builds an exception from the details of a failure. */
    public static final class Builder {
        private final Kind kind;
        private final String message;
        private int status;
        private boolean retryable;
        private boolean smallerMayHelp;
        private boolean fromApi;
        private String retryAfter;
        private String date;
        private String hint;
        private String errorDetails;
        private String traceId;
        private String permission;
        private Throwable cause;

        private Builder(Kind kind, String message) {
            this.kind = kind;
            this.message = message;
        }

        public Builder status(int status) {
            this.status = status;
            return this;
        }

        public Builder retryable(boolean retryable) {
            this.retryable = retryable;
            return this;
        }

        public Builder smallerMayHelp(boolean smallerMayHelp) {
            this.smallerMayHelp = smallerMayHelp;
            return this;
        }

        /** Marks the response as having the API's error envelope. */
        public Builder fromApi() {
            this.fromApi = true;
            return this;
        }

        /** Either may be null. */
        public Builder retryAfter(String retryAfter, String date) {
            this.retryAfter = retryAfter;
            this.date = date;
            return this;
        }

        public Builder hint(String hint) {
            this.hint = hint;
            return this;
        }

        public Builder details(String errorDetails) {
            this.errorDetails = errorDetails;
            return this;
        }

        public Builder traceId(String traceId) {
            this.traceId = traceId;
            return this;
        }

        /** May be null. */
        public Builder permission(String permission) {
            this.permission = permission;
            return this;
        }

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public ApiException build() {
            Details details = new Details(
                    status,
                    retryable,
                    smallerMayHelp,
                    fromApi,
                    retryAfter,
                    date,
                    hint,
                    errorDetails,
                    traceId,
                    permission);
            return new ApiException(kind, message, details, cause);
        }
    }
}
