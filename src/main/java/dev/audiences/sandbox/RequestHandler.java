package dev.audiences.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tools.jackson.core.JsonGenerator;

/** Makes the sandbox's response to each request. */
final class RequestHandler {
    static final int TOO_MANY_REQUESTS = 429;

    private static final String ACCOUNTS = "/v1/accounts";
    private static final String AUDIENCES = "/audiences";
    private static final String CURSOR_START = "{\"index\":";

    private final SandboxOptions options;
    private final AtomicInteger failuresLeft;
    private final AtomicLong requests = new AtomicLong();
    private final LongSupplier nanoTime;
    private long second;
    private int inThisSecond;

    /** @param nanoTime a clock in nanoseconds that never goes back */
    RequestHandler(SandboxOptions options, LongSupplier nanoTime) {
        this.options = options;
        this.nanoTime = nanoTime;
        this.failuresLeft = new AtomicInteger(options.failTimes());
    }

    /** @param authorization the request's Authorization field, or null */
    Response handle(String method, URI uri, String authorization) {
        String traceId = "5a4d" + "%020x".formatted(requests.incrementAndGet());
        if (mustFail()) {
            return failure(options.failStatus(), traceId);
        }
        if (tooMany()) {
            return failure(TOO_MANY_REQUESTS, traceId);
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return failure(405, traceId);
        }
        String key = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        boolean limited = key.equals(Sandbox.API_KEY_WITHOUT_PERMISSION);
        if (!limited && !key.equals(Sandbox.API_KEY)) {
            return failure(401, traceId);
        }
        String path = uri.getPath();
        if (path.equals(ACCOUNTS)) {
            return Response.success(traceId, RequestHandler::accounts);
        }
        if (path.equals(ACCOUNTS + "/" + Sandbox.ACCOUNT_GROUP_ID + AUDIENCES)) {
            return limited ? failure(403, traceId) : audiences(parameters(uri.getRawQuery()), traceId);
        }
        return failure(404, traceId);
    }

    private boolean mustFail() {
        if (options.failStatus() == 0) {
            return false;
        }
        return options.failTimes() < 0 || failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private synchronized boolean tooMany() {
        if (options.rateLimitPerSecond() == 0) {
            return false;
        }
        long now = nanoTime.getAsLong() / 1_000_000_000;
        if (now != second) {
            second = now;
            inThisSecond = 0;
        }
        inThisSecond++;
        return inThisSecond > options.rateLimitPerSecond();
    }

    private static void accounts(JsonGenerator json) {
        json.writeArrayPropertyStart("items");
        json.writeStartObject();
        json.writeStringProperty("id", Sandbox.ACCOUNT_GROUP_ID);
        json.writeStringProperty("name", "Sandbox");
        json.writeStringProperty("createdAt", "2025-11-03T09:00:00.000Z");
        json.writeEndObject();
        json.writeEndArray();
    }

    private Response audiences(Map<String, String> parameters, String traceId) {
        int start = parameters.containsKey("cursor") ? index(parameters.get("cursor")) : 0;
        if (start < 0 || start > options.audiences()) {
            return invalid(traceId, "cursor", "is not a cursor of this list");
        }
        int limit = parameters.containsKey("limit") ? number(parameters.get("limit")) : options.pageSize();
        if (limit < 1 || limit > Sandbox.MAX_LIMIT) {
            return invalid(traceId, "limit", "must be a number from 1 to " + Sandbox.MAX_LIMIT);
        }
        int end = (int) Math.min(options.audiences(), (long) start + limit);
        return Response.success(traceId, json -> {
            json.writeArrayPropertyStart("items");
            for (int index = start; index < end; index++) {
                SampleAudience.at(index).write(json);
            }
            json.writeEndArray();
            boolean more = end < options.audiences();
            json.writeName("nextCursor");
            json.writeString(more ? cursor(end) : null);
            json.writeBooleanProperty("hasMore", more);
        });
    }

    /** Returns a cursor that is opaque to clients, like the API's: JSON in base64. */
    private static String cursor(int index) {
        byte[] json = (CURSOR_START + index + "}").getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Returns the index in a cursor, or -1 when it is invalid. */
    private static int index(String cursor) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            boolean known = json.startsWith(CURSOR_START) && json.endsWith("}");
            return known ? number(json.substring(CURSOR_START.length(), json.length() - 1)) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return parameters;
    }

    private static Response invalid(String traceId, String parameter, String details) {
        return Response.failure(
                400, traceId, "VALIDATION_ERROR", "Request validation failed", parameter + " " + details);
    }

    private static Response failure(int status, String traceId) {
        return switch (status) {
            case 400 -> invalid(traceId, "request", "was rejected, as the sandbox is configured");
            case 401 ->
                Response.failure(
                        status,
                        traceId,
                        "UNAUTHORIZED",
                        "Invalid or missing API key",
                        "the sandbox accepts its own key only");
            case 403 -> Response.failure(status, traceId, "FORBIDDEN", "Missing required permission", "audiences:read");
            case 404 ->
                Response.failure(
                        status,
                        traceId,
                        "NOT_FOUND",
                        "Not found",
                        "the sandbox has one account group: " + Sandbox.ACCOUNT_GROUP_ID);
            case 405 -> Response.failure(status, traceId, "METHOD_NOT_ALLOWED", "Method not allowed", "use GET");
            case TOO_MANY_REQUESTS ->
                Response.failure(status, traceId, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded", "wait a second");
            case 502 ->
                Response.failure(
                        status, traceId, "UPSTREAM_ERROR", "Upstream service error", "as the sandbox is configured");
            default ->
                Response.failure(
                        status,
                        traceId,
                        status >= 500 ? "INTERNAL_ERROR" : "REQUEST_REFUSED",
                        status >= 500 ? "Internal server error" : "Request refused",
                        "as the sandbox is configured");
        };
    }
}
