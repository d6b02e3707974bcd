package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.ApiException.Kind;
import dev.audiences.http.HttpTransport;
import dev.audiences.json.StrictJsonReader;
import dev.audiences.text.SecretMask;
import dev.audiences.text.ShownUrl;
import dev.audiences.text.Truncated;
import java.util.Locale;

/** Turns a whole response into a checked page, or into an exception. */
final class ResponseParser {
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;
    private static final int NOT_MODIFIED = 304;

    private ResponseParser() {}

    /**
     * A page with the trace id of its response.
     *
     * @param traceId as the server sent it; null when it sent none
     */
    record Result(Page page, String traceId) {}

    /** @param mask applied to texts of the server before they are truncated */
    static Result read(HttpTransport.Response response, Endpoint endpoint, SecretMask mask) throws ApiException {
        int status = response.status();
        if (status >= 300 && status < 400 && status != NOT_MODIFIED) {
            throw redirect(response, mask);
        }
        if (status >= 400) {
            throw ErrorResponse.failure(response, endpoint, mask);
        }
        if (response.body().length == 0 && (status == NO_CONTENT || status == RESET_CONTENT)) {
            throw untrusted(status, "no content (" + status + ")");
        }
        if (status != 200) {
            throw untrusted(status, "an empty or unknown response (" + status + ")");
        }
        return page(response, endpoint, mask);
    }

    private static ApiException redirect(HttpTransport.Response response, SecretMask mask) {
        String location = response.header("Location");
        String to = location == null || location.isBlank()
                ? ""
                : " to " + Truncated.of(ShownUrl.of(location.strip()), Truncated.MAX_PHRASE, mask);
        return ApiException.of(
                        Kind.UNTRUSTED,
                        "the API answered with a redirect (" + response.status() + ")" + to
                                + ", which is never followed")
                .status(response.status())
                .hint("check the base URL: the key is sent to no other host")
                .build();
    }

    private static Result page(HttpTransport.Response response, Endpoint endpoint, SecretMask mask)
            throws ApiException {
        requireJson(response, mask);
        Envelope envelope;
        try {
            envelope = Envelope.read(response.body(), endpoint);
        } catch (StrictJsonReader.InvalidJson e) {
            throw unusable(e);
        }
        if (Boolean.FALSE.equals(envelope.success())) {
            throw ErrorResponse.failure(envelope, response, endpoint, mask);
        }
        String inconsistent = inconsistency(envelope, endpoint);
        if (inconsistent != null) {
            throw ApiException.of(
                            Kind.UNTRUSTED,
                            "the response is not "
                                    + (endpoint.items() == null
                                            ? "an " + endpoint.resource().noun()
                                            : "a list") + ": " + inconsistent)
                    .status(200)
                    .traceId(Truncated.name(envelope.traceId(), mask))
                    .build();
        }
        boolean more = Boolean.TRUE.equals(envelope.hasMore());
        return new Result(new Page(envelope.items(), more ? envelope.nextCursor() : null), envelope.traceId());
    }

    private static String inconsistency(Envelope envelope, Endpoint endpoint) {
        if (envelope.success() == null) {
            return "success is missing";
        }
        if (envelope.error() != null) {
            return "success is true, and yet there is an error";
        }
        if (envelope.items() == null) {
            return endpoint.items() == null ? "data is not an object" : endpoint.path() + " is missing";
        }
        if (endpoint.pagingRequired() && envelope.hasMore() == null) {
            return "data.hasMore is missing";
        }
        boolean noCursor =
                envelope.nextCursor() == null || envelope.nextCursor().isEmpty();
        return Boolean.TRUE.equals(envelope.hasMore()) && noCursor ? "data.hasMore is true with no cursor" : null;
    }

    private static void requireJson(HttpTransport.Response response, SecretMask mask) throws ApiException {
        String encoding = response.unknownEncoding();
        if (encoding != null) {
            throw untrusted(
                    response.status(),
                    "a response in an encoding that was not asked for ("
                            + Truncated.of(encoding, Truncated.MAX_NAME, mask) + ")");
        }
        if (response.body().length == 0) {
            throw untrusted(response.status(), "an empty response");
        }
        String type = response.header("Content-Type");
        if (!isJson(type)) {
            String words = GatewayError.words(response);
            String got = type == null
                    ? "a response without a content type"
                    : Truncated.of(type.strip(), Truncated.MAX_NAME, mask);
            throw untrusted(
                    response.status(),
                    words == null ? got : got + " that says: " + Truncated.of(words, Truncated.MAX_PHRASE, mask));
        }
    }

    static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    private static ApiException untrusted(int status, String got) {
        return ApiException.of(Kind.UNTRUSTED, "expected JSON, got " + got)
                .status(status)
                .hint("is there a proxy or a captive portal in between, or is the base URL wrong?")
                .build();
    }

    private static ApiException unusable(StrictJsonReader.InvalidJson e) {
        return ApiException.of(
                        e.truncated() ? Kind.UNAVAILABLE : Kind.UNTRUSTED,
                        "the response can't be used: " + e.getMessage())
                .status(200)
                .retryable(e.truncated())
                .smallerMayHelp(e.truncated())
                .hint(e.truncated() ? "the response was cut on its way: run it again" : null)
                .build();
    }
}
