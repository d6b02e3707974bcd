package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.ApiException.Kind;
import dev.audiences.http.ErrorStatus;
import dev.audiences.http.HttpTransport;
import dev.audiences.json.StrictJsonReader;
import dev.audiences.text.SecretMask;
import dev.audiences.text.Truncated;
import java.util.Locale;

/** Turns an error response, of the API or of a gateway before it, into an exception. */
final class ErrorResponse {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String NOT_READY = "NOT_READY";

    private ErrorResponse() {}

    /** The failure of a response with an error status. */
    static ApiException failure(HttpTransport.Response response, Endpoint endpoint, SecretMask mask) {
        Envelope envelope = envelope(response);
        return envelope == null
                ? foreign(response, endpoint, mask)
                : failure(response.status(), envelope, response, endpoint, mask);
    }

    /** The failure of an envelope with an error, in a response with status 200. */
    static ApiException failure(
            Envelope envelope, HttpTransport.Response response, Endpoint endpoint, SecretMask mask) {
        return failure(statusOf(envelope.error()), envelope, response, endpoint, mask);
    }

    /** The API's own envelope of an error, or null: then the response may well be that of a proxy or a firewall. */
    private static Envelope envelope(HttpTransport.Response response) {
        if (!ResponseParser.isJson(response.header("Content-Type"))) {
            return null;
        }
        try {
            Envelope envelope = Envelope.read(response.body(), null);
            return Boolean.FALSE.equals(envelope.success()) ? envelope : null;
        } catch (StrictJsonReader.InvalidJson e) {
            return null;
        }
    }

    private static ApiException foreign(HttpTransport.Response response, Endpoint endpoint, SecretMask mask) {
        int status = response.status();
        boolean keyInDoubt = status == UNAUTHORIZED || status == FORBIDDEN;
        String words = GatewayError.words(response);
        String cause = words == null
                ? status + ", and the response is not the API's JSON"
                : status + ", not in the API's JSON: " + Truncated.of(words, Truncated.MAX_PHRASE, mask);
        return builder(status, endpoint, cause, response, keyInDoubt ? "the request was refused" : null)
                .build();
    }

    private static ApiException failure(
            int status, Envelope envelope, HttpTransport.Response response, Endpoint endpoint, SecretMask mask) {
        Envelope.ErrorBody error = envelope.error();
        String cause = cause(response, error, mask);
        boolean notReady =
                status == CONFLICT && endpoint.notReady() != null && code(error).contains(NOT_READY);
        ApiException.Builder builder = notReady
                ? ApiException.of(Kind.NOT_READY, endpoint.notReady() + " (" + cause + ")")
                        .status(status)
                        .retryAfter(response.header("Retry-After"), response.header("Date"))
                : builder(status, endpoint, cause, response, null);
        return builder.fromApi()
                .details(error == null ? null : Truncated.of(error.details(), Truncated.MAX_PROSE, mask))
                .traceId(Truncated.name(envelope.traceId(), mask))
                .build();
    }

    /** @param refusal the headline when the key may not be to blame, or null */
    private static ApiException.Builder builder(
            int status, Endpoint endpoint, String cause, HttpTransport.Response response, String refusal) {
        ErrorStatus meaning = ErrorStatus.of(status);
        boolean notFound = status == NOT_FOUND;
        String known = notFound ? endpoint.notFound() : meaning.headline();
        return ApiException.of(
                        refusal == null ? meaning.kind() : Kind.REFUSED_ON_THE_WAY,
                        (refusal == null ? known : refusal) + " (" + cause + ")")
                .status(status)
                .retryable(meaning.retryable())
                .retryAfter(response.header("Retry-After"), response.header("Date"))
                .permission(endpoint.permission())
                .hint(notFound ? endpoint.notFoundHint() : refusalHint(meaning, endpoint));
    }

    /** What to check, where the usual hint would name options that there are for lists in pages only. */
    private static String refusalHint(ErrorStatus meaning, Endpoint endpoint) {
        return meaning.kind() == Kind.REFUSED && !endpoint.pagingRequired()
                ? "check the command against what the API says above"
                : null;
    }

    /** The status that an error code with status 200 would have had. */
    private static int statusOf(Envelope.ErrorBody error) {
        String code = code(error);
        if (code.contains("UNAUTHORIZED") || code.contains("UNAUTHENTICATED") || code.contains("API_KEY")) {
            return UNAUTHORIZED;
        }
        if (code.contains("FORBIDDEN") || code.contains("PERMISSION")) {
            return FORBIDDEN;
        }
        if (code.contains("RATE_LIMIT") || code.contains("TOO_MANY")) {
            return 429;
        }
        if (code.contains(NOT_READY)) {
            return CONFLICT;
        }
        if (code.contains("UPSTREAM") || code.contains("BAD_GATEWAY")) {
            return 502;
        }
        return code.contains("INTERNAL") || code.contains("UNAVAILABLE") ? 500 : 400;
    }

    private static String code(Envelope.ErrorBody error) {
        return error == null || error.code() == null ? "" : error.code().toUpperCase(Locale.ROOT);
    }

    private static String cause(HttpTransport.Response response, Envelope.ErrorBody error, SecretMask mask) {
        StringBuilder cause = new StringBuilder().append(response.status());
        String code = error == null ? null : error.code();
        String message = error == null ? null : error.message();
        if (code == null && message == null) {
            message = GatewayError.words(response);
        }
        if (code != null) {
            cause.append(' ').append(Truncated.name(code, mask));
        }
        if (message != null) {
            cause.append(": ").append(Truncated.of(message, Truncated.MAX_PROSE, mask));
        }
        return cause.toString();
    }
}
