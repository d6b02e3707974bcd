package dev.audiences.sandbox;

/** Makes the error responses, with the codes and words of the API. */
final class ErrorResponse {
    static final int TOO_MANY_REQUESTS = 429;

    private ErrorResponse() {}

    /** Returns the response with a status that has one cause only, or that the sandbox is configured to respond with. */
    static Response of(int status, String traceId) {
        return switch (status) {
            case 400 -> invalid("request", "was rejected, as the sandbox is configured", traceId);
            case 401 ->
                Response.failure(
                        status,
                        traceId,
                        "UNAUTHORIZED",
                        "Invalid or missing API key",
                        "the sandbox accepts its own key only");
            case 403 -> forbidden(Permission.AUDIENCES_READ, traceId);
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

    static Response invalid(String parameter, String details, String traceId) {
        return Response.failure(
                400, traceId, "VALIDATION_ERROR", "Request validation failed", parameter + " " + details);
    }

    static Response forbidden(Permission missing, String traceId) {
        return Response.failure(403, traceId, "FORBIDDEN", "Missing required permission", missing.toString());
    }

    static Response noAudience(String traceId) {
        return Response.failure(404, traceId, "NOT_FOUND", "Audience not found", "there is no audience with this id");
    }

    static Response audienceNotReady(String traceId) {
        return Response.failure(
                409,
                traceId,
                "AUDIENCE_NOT_READY",
                "Audience is not ready",
                "an active prospecting job is still filling it");
    }
}
