package dev.audiences.http;

/**
 * A request that did not give what was asked for. The message says what failed in one line; it never holds the API key
 * or a body.
 *
 * <p>Text that came from the server (message, details, trace id) is as it came: whoever shows it makes it safe.
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
        /** A response that is not the API's, or contradicts itself. */
        UNTRUSTED
    }

    private final Kind kind;
    private final transient Details details;

    /**
     * What is known of a failure besides its message; a text is null when there is none.
     *
     * @param status the HTTP status, or 0 when there was no response
     * @param retryable whether the same request may succeed later
     * @param fromApi whether the API itself said so, in its own form
     * @param retryAfter the response's Retry-After field
     * @param date the response's Date field
     * @param hint what to do next where the failure itself tells
     * @param errorDetails the JSON text of the error's details
     * @param traceId what a user quotes to support
     */
    private record Details(
            int status,
            boolean retryable,
            boolean fromApi,
            String retryAfter,
            String date,
            String hint,
            String errorDetails,
            String traceId) {}

    private ApiException(Kind kind, String message, Details details, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.details = details;
    }

    public static Builder of(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /** A response that can't be trusted; the same request would not get a better one. */
    static ApiException untrusted(String message) {
        return of(Kind.UNTRUSTED, message).build();
    }

    /** The same failure with a message that says more. */
    public ApiException withMessage(String message) {
        return new ApiException(kind, message, details, getCause());
    }

    /** The same failure with another hint. */
    public ApiException withHint(String hint) {
        Details d = details;
        Details changed =
                new Details(d.status, d.retryable, d.fromApi, d.retryAfter, d.date, hint, d.errorDetails, d.traceId);
        return new ApiException(kind, getMessage(), changed, getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status, or 0 when there was no response. */
    public int status() {
        return details.status;
    }

    /** Whether the API itself said so, in its own form. */
    public boolean isFromApi() {
        return details.fromApi;
    }

    /** What to do next where the failure itself tells, or null. */
    public String hint() {
        return details.hint;
    }

    /** The JSON text of the error's details, or null. */
    public String details() {
        return details.errorDetails;
    }

    /** What a user quotes to support, or null when the response held none. */
    public String traceId() {
        return details.traceId;
    }

    boolean retryable() {
        return details.retryable;
    }

    String retryAfter() {
        return details.retryAfter;
    }

    String date() {
        return details.date;
    }

    /** Gathers what is known of a failure. */
    public static final class Builder {
        private final Kind kind;
        private final String message;
        private int status;
        private boolean retryable;
        private boolean fromApi;
        private String retryAfter;
        private String date;
        private String hint;
        private String errorDetails;
        private String traceId;
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

        /** The API itself said so, in its own form. */
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

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public ApiException build() {
            Details details = new Details(status, retryable, fromApi, retryAfter, date, hint, errorDetails, traceId);
            return new ApiException(kind, message, details, cause);
        }
    }
}
