package dev.audiences.api;

/**
 * A request that did not give a list. The message says what failed in one line; it never holds the API key or a body.
 *
 * <p>Text that came from the server (message, code, details, trace id) is as it came: whoever shows it makes it safe.
 */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    /** What the failure means to whoever has to act on it. */
    public enum Kind {
        /** A local setting that the connection needs (proxy, certificate file) is wrong. */
        SETUP,
        /** The API refused the key (401). */
        KEY_REJECTED,
        /** The key lacks a permission (403). */
        PERMISSION_MISSING,
        /** A 401 or 403 that is not in the API's form: something in between may have refused the request. */
        REFUSED_ON_THE_WAY,
        /** The API refused the request (400, 404, other 4xx). */
        REFUSED,
        /** Too many requests (429), for longer than the waiting budget. */
        RATE_LIMITED,
        /** Network, TLS, timeout or 5xx. */
        UNAVAILABLE,
        /** An answer that is not the API's, or contradicts itself. */
        UNTRUSTED
    }

    private final Kind kind;
    private final int status;
    private final boolean retryable;
    private final String retryAfter;
    private final String date;
    private final String hint;
    private final String details;
    private final String traceId;
    private final boolean fromApi;

    private ApiException(Builder builder) {
        super(builder.message, builder.cause);
        this.kind = builder.kind;
        this.status = builder.status;
        this.retryable = builder.retryable;
        this.retryAfter = builder.retryAfter;
        this.date = builder.date;
        this.hint = builder.hint;
        this.details = builder.details;
        this.traceId = builder.traceId;
        this.fromApi = builder.fromApi;
    }

    static Builder of(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /** An answer that can't be trusted; asking again would not make it better. */
    static ApiException untrusted(String message) {
        return of(Kind.UNTRUSTED, message).build();
    }

    /** The same failure with a message that says more. */
    ApiException withMessage(String message) {
        return with(message, hint);
    }

    /** The same failure with other advice. */
    ApiException withHint(String hint) {
        return with(getMessage(), hint);
    }

    private ApiException with(String message, String hint) {
        Builder copy = of(kind, message);
        copy.status = status;
        copy.retryable = retryable;
        copy.retryAfter = retryAfter;
        copy.date = date;
        copy.hint = hint;
        copy.details = details;
        copy.traceId = traceId;
        copy.fromApi = fromApi;
        copy.cause = getCause();
        return copy.build();
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** What to do next where the failure itself tells, or null. */
    public String hint() {
        return hint;
    }

    /** The JSON text of the error's details, or null. */
    public String details() {
        return details;
    }

    /** What a user quotes to support, or null when the answer held none. */
    public String traceId() {
        return traceId;
    }

    boolean retryable() {
        return retryable;
    }

    /** Whether the API itself said so, in its own form. */
    boolean isFromApi() {
        return fromApi;
    }

    /** The answer's Retry-After field, or null. */
    String retryAfter() {
        return retryAfter;
    }

    /** The answer's Date field, or null. */
    String date() {
        return date;
    }

    static final class Builder {
        private final Kind kind;
        private final String message;
        private int status;
        private boolean retryable;
        private String retryAfter;
        private String date;
        private String hint;
        private String details;
        private String traceId;
        private boolean fromApi;
        private Throwable cause;

        private Builder(Kind kind, String message) {
            this.kind = kind;
            this.message = message;
        }

        Builder status(int status) {
            this.status = status;
            return this;
        }

        Builder retryable(boolean retryable) {
            this.retryable = retryable;
            return this;
        }

        Builder retryAfter(String retryAfter, String date) {
            this.retryAfter = retryAfter;
            this.date = date;
            return this;
        }

        Builder hint(String hint) {
            this.hint = hint;
            return this;
        }

        Builder details(String details) {
            this.details = details;
            return this;
        }

        Builder traceId(String traceId) {
            this.traceId = traceId;
            return this;
        }

        Builder fromApi() {
            this.fromApi = true;
            return this;
        }

        Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        ApiException build() {
            return new ApiException(this);
        }
    }
}
