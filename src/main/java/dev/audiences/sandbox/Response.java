package dev.audiences.sandbox;

import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A response in the API's envelope.
 *
 * @param large whether it may be too large for memory
 * @param members writes the members of the envelope that depend on success
 */
record Response(int status, boolean large, String traceId, Consumer<JsonGenerator> members) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Makes a success response; {@code data} writes the members of the data object. */
    static Response success(String traceId, Consumer<JsonGenerator> data) {
        return success(false, traceId, data);
    }

    /** Makes a success response that may be too large for memory. */
    static Response large(String traceId, Consumer<JsonGenerator> data) {
        return success(true, traceId, data);
    }

    private static Response success(boolean large, String traceId, Consumer<JsonGenerator> data) {
        return new Response(200, large, traceId, json -> {
            json.writeObjectPropertyStart("data");
            data.accept(json);
            json.writeEndObject();
            json.writeNullProperty("error");
        });
    }

    /** Makes an error response as documented in the reference. */
    static Response failure(int status, String traceId, String code, String message, String details) {
        return new Response(status, false, traceId, json -> {
            json.writeNullProperty("data");
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", message);
            json.writeStringProperty("details", details);
            json.writeEndObject();
        });
    }

    /** Writes the body in UTF-8, and closes it. */
    void writeTo(OutputStream body) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeBooleanProperty("success", status == 200);
            members.accept(json);
            json.writeStringProperty("traceId", traceId);
            json.writeEndObject();
        }
    }
}
