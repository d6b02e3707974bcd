package dev.audiences.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tools.jackson.core.JsonGenerator;

/** Makes the sandbox's response to each request. */
final class RequestHandler {
    private static final List<String> ACCOUNTS = List.of("", "v1", "accounts");
    private static final List<String> AUDIENCES = List.of("", "v1", "accounts", Sandbox.ACCOUNT_GROUP_ID, "audiences");

    private final SandboxOptions options;
    private final AudienceResponses audiences;
    private final AtomicInteger failuresLeft;
    private final AtomicLong requests = new AtomicLong();
    private final LongSupplier nanoTime;
    private long second;
    private int inThisSecond;

    /** @param nanoTime a clock in nanoseconds that never goes back */
    RequestHandler(SandboxOptions options, LongSupplier nanoTime) {
        this.options = options;
        this.audiences = new AudienceResponses(options);
        this.nanoTime = nanoTime;
        this.failuresLeft = new AtomicInteger(options.failTimes());
    }

    /** @param authorization the request's Authorization field, or null */
    Response handle(String method, URI uri, String authorization) {
        String traceId = "5a4d" + "%020x".formatted(requests.incrementAndGet());
        if (mustFail()) {
            return ErrorResponse.of(options.failStatus(), traceId);
        }
        if (tooMany()) {
            return ErrorResponse.of(ErrorResponse.TOO_MANY_REQUESTS, traceId);
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return ErrorResponse.of(405, traceId);
        }
        String key = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        if (!Sandbox.API_KEYS.contains(key)) {
            return ErrorResponse.of(401, traceId);
        }
        return route(segments(uri.getRawPath()), parameters(uri.getRawQuery()), key, traceId);
    }

    /** @param path its segments; the first is empty */
    private Response route(List<String> path, Map<String, String> parameters, String key, String traceId) {
        if (path.equals(ACCOUNTS)) {
            return Response.success(traceId, RequestHandler::accounts);
        }
        int length = AUDIENCES.size();
        boolean aboutProspects =
                path.size() == length + 2 && path.get(length + 1).equals("prospects");
        boolean known = path.size() <= length + 1 || aboutProspects;
        if (!known || path.size() < length || !path.subList(0, length).equals(AUDIENCES)) {
            return ErrorResponse.of(404, traceId);
        }
        Permission needed = aboutProspects ? Permission.PROSPECTS_READ : Permission.AUDIENCES_READ;
        if (!needed.isGivenTo(key)) {
            return ErrorResponse.forbidden(needed, traceId);
        }
        if (path.size() == length) {
            return audiences.list(parameters, traceId);
        }
        String name = path.get(length);
        if (aboutProspects) {
            return audiences.prospects(name, parameters, traceId);
        }
        return name.equals("navigation") ? audiences.navigation(traceId) : audiences.audience(name, traceId);
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

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            segments.add(URLDecoder.decode(segment, StandardCharsets.UTF_8));
        }
        return segments;
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
}
