package dev.audiences.api;

import dev.audiences.api.ApiException.Kind;
import java.util.Locale;

/** Makes a checked page, or an exception that says what is wrong, from a whole answer. */
final class AnswerReader {
    private static final int NOT_FOUND = 404;

    private AnswerReader() {}

    /**
     * A page with the trace id of its answer.
     *
     * @param traceId null when the answer held none
     */
    record Result(Page page, String traceId) {}

    static Result read(HttpConnection.Answer answer, Endpoint endpoint) throws ApiException {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            throw ApiException.of(
                            Kind.UNTRUSTED,
                            "the API answered with a redirect (" + status + "), which is never followed")
                    .status(status)
                    .hint("check the base URL: the key is sent to no other host")
                    .build();
        }
        if (status >= 400) {
            throw failure(status, errorEnvelope(answer, endpoint.resource()), answer, endpoint);
        }
        if (status != 200) {
            throw untrusted(status, "an empty or unknown answer (" + status + ")");
        }
        return page(answer, endpoint);
    }

    private static Result page(HttpConnection.Answer answer, Endpoint endpoint) throws ApiException {
        requireJson(answer);
        Envelope envelope;
        try {
            envelope = Envelope.read(answer.body(), endpoint.resource());
        } catch (JsonBody.Fault fault) {
            throw fault(fault);
        }
        if (Boolean.FALSE.equals(envelope.success())) {
            throw failure(statusOf(envelope.error()), envelope, answer, endpoint);
        }
        String broken = contradiction(envelope, endpoint.pagingRequired());
        if (broken != null) {
            throw ApiException.of(Kind.UNTRUSTED, "the answer is not a list: " + broken)
                    .status(200)
                    .traceId(envelope.traceId())
                    .build();
        }
        boolean more = Boolean.TRUE.equals(envelope.hasMore());
        return new Result(new Page(envelope.items(), more ? envelope.nextCursor() : null), envelope.traceId());
    }

    private static String contradiction(Envelope envelope, boolean pagingRequired) {
        if (envelope.success() == null) {
            return "success is missing";
        }
        if (envelope.error() != null) {
            return "success is true, and yet there is an error";
        }
        if (envelope.items() == null) {
            return "data.items is missing";
        }
        if (pagingRequired && envelope.hasMore() == null) {
            return "data.hasMore is missing";
        }
        boolean noCursor =
                envelope.nextCursor() == null || envelope.nextCursor().isEmpty();
        return Boolean.TRUE.equals(envelope.hasMore()) && noCursor ? "data.hasMore is true with no cursor" : null;
    }

    private static void requireJson(HttpConnection.Answer answer) throws ApiException {
        String encoding = answer.header("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw untrusted(answer.status(), "an answer in an encoding that was not asked for");
        }
        if (answer.body().length == 0) {
            throw untrusted(answer.status(), "an empty answer");
        }
        String type = answer.header("Content-Type");
        if (!isJson(type)) {
            throw untrusted(
                    answer.status(),
                    type == null ? "an answer without a content type" : Excerpt.of(type.strip(), Excerpt.MAX_NAME));
        }
    }

    private static boolean isJson(String contentType) {
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

    private static ApiException fault(JsonBody.Fault fault) {
        return ApiException.of(
                        fault.truncated() ? Kind.UNAVAILABLE : Kind.UNTRUSTED,
                        "the answer can't be used: " + fault.getMessage())
                .status(200)
                .retryable(fault.truncated())
                .hint(fault.truncated() ? "the answer was cut on its way: run it again" : null)
                .build();
    }

    /** The envelope of an error answer; null when it holds none, as from a proxy. */
    private static Envelope errorEnvelope(HttpConnection.Answer answer, Resource resource) {
        if (!isJson(answer.header("Content-Type"))) {
            return null;
        }
        try {
            return Envelope.read(answer.body(), resource);
        } catch (JsonBody.Fault fault) {
            return null;
        }
    }

    /** The status that an error code with status 200 would have had. */
    private static int statusOf(Envelope.ErrorBody error) {
        String code = error == null || error.code() == null ? "" : error.code().toUpperCase(Locale.ROOT);
        if (code.contains("UNAUTHORIZED") || code.contains("UNAUTHENTICATED") || code.contains("API_KEY")) {
            return 401;
        }
        if (code.contains("FORBIDDEN") || code.contains("PERMISSION")) {
            return 403;
        }
        if (code.contains("RATE_LIMIT") || code.contains("TOO_MANY")) {
            return 429;
        }
        if (code.contains("UPSTREAM") || code.contains("BAD_GATEWAY")) {
            return 502;
        }
        return code.contains("INTERNAL") || code.contains("UNAVAILABLE") ? 500 : 400;
    }

    /** @param envelope null when the answer held none */
    private static ApiException failure(
            int status, Envelope envelope, HttpConnection.Answer answer, Endpoint endpoint) {
        ErrorStatus meaning = ErrorStatus.of(status);
        boolean notFound = status == NOT_FOUND;
        String headline = notFound ? endpoint.notFound() : meaning.headline();
        Envelope.ErrorBody error = envelope == null ? null : envelope.error();
        return ApiException.of(meaning.kind(), headline + " (" + cause(answer.status(), envelope, error) + ")")
                .status(status)
                .retryable(meaning.retryable())
                .retryAfter(answer.header("Retry-After"), answer.header("Date"))
                .hint(notFound ? endpoint.notFoundHint() : null)
                .details(error == null ? null : error.details())
                .traceId(envelope == null ? null : envelope.traceId())
                .build();
    }

    private static String cause(int status, Envelope envelope, Envelope.ErrorBody error) {
        if (envelope == null) {
            return status + ", and the answer is not the API's JSON";
        }
        StringBuilder cause = new StringBuilder().append(status);
        if (error != null && error.code() != null) {
            cause.append(' ').append(error.code());
        }
        if (error != null && error.message() != null) {
            cause.append(": ").append(error.message());
        }
        return cause.toString();
    }
}
