package dev.audiences.sandbox;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A response in the API's envelope.
 *
 * @param body UTF-8
 */
record Response(int status, byte[] body) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Makes a success response; {@code data} writes the members of the data object. */
    static Response success(String traceId, Consumer<JsonGenerator> data) {
        return of(200, traceId, json -> {
            json.writeObjectPropertyStart("data");
            data.accept(json);
            json.writeEndObject();
            json.writeNullProperty("error");
        });
    }

    /** Makes an error response as documented in the reference. */
    static Response failure(int status, String traceId, String code, String message, String details) {
        return of(status, traceId, json -> {
            json.writeNullProperty("data");
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", message);
            json.writeStringProperty("details", details);
            json.writeEndObject();
        });
    }

    private static Response of(int status, String traceId, Consumer<JsonGenerator> members) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeBooleanProperty("success", status == 200);
            members.accept(json);
            json.writeStringProperty("traceId", traceId);
            json.writeEndObject();
        }
        return new Response(status, body.toByteArray());
    }
}
