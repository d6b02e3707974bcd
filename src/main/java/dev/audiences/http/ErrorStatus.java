package dev.audiences.http;

import dev.audiences.http.ApiException.Kind;

/**
 * The meaning of each error status (RFC 9110, section 15; reference: the error responses).
 *
 * @param retryable whether a retry may help
 * @param headline the error message
 */
public record ErrorStatus(Kind kind, boolean retryable, String headline) {
    public static ErrorStatus of(int status) {
        return switch (status) {
            case 401 -> new ErrorStatus(Kind.KEY_REJECTED, false, "the API key was rejected");
            case 403 -> new ErrorStatus(Kind.PERMISSION_MISSING, false, "the API key lacks a permission");
            case 408, 504, 522, 524 -> new ErrorStatus(Kind.UNAVAILABLE, true, "the API took too long");
            case 429 -> new ErrorStatus(Kind.RATE_LIMITED, true, "too many requests");
            case 500 -> new ErrorStatus(Kind.UNAVAILABLE, true, "the API failed");
            case 502 -> new ErrorStatus(Kind.UNAVAILABLE, true, "a service behind the API failed");
            // From 520 on: sent by content networks (Cloudflare), and as temporary as a 502.
            case 520, 521, 523 ->
                new ErrorStatus(Kind.UNAVAILABLE, true, "the content network in front of the API could not reach it");
            case 529 -> new ErrorStatus(Kind.UNAVAILABLE, true, "the API is overloaded");
            case 503 -> new ErrorStatus(Kind.UNAVAILABLE, true, "the API is unavailable");
            default ->
                status >= 500
                        ? new ErrorStatus(Kind.UNAVAILABLE, false, "the API failed")
                        : new ErrorStatus(Kind.REFUSED, false, "the API refused the request");
        };
    }
}
