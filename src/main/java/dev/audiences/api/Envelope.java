package dev.audiences.api;

import dev.audiences.http.Url;
import dev.audiences.json.StrictJsonReader;
import java.util.List;
import tools.jackson.core.JsonToken;

/**
 * What every response is wrapped in (reference: the response examples).
 *
 * @param success null when the field is absent
 * @param items the items in {@code data}, or null when it has none
 * @param nextCursor null when absent or null
 * @param hasMore null when the field is absent or null
 * @param error null when absent or null
 * @param traceId null when absent or null
 */
record Envelope(
        Boolean success, List<Item> items, String nextCursor, Boolean hasMore, ErrorBody error, String traceId) {

    /**
     * The error of a response, each of its texts as long as it came.
     *
     * @param code null when absent or null
     * @param message null when absent or null
     * @param details any JSON, as text; null when absent or null
     */
    record ErrorBody(String code, String message, String details) {}

    /**
     * @param endpoint whose data to read, or null to pass over it
     * @throws StrictJsonReader.InvalidJson when the body is not acceptable JSON, or a field of it is not what the
     * reference says
     */
    static Envelope read(byte[] bytes, Endpoint endpoint) throws StrictJsonReader.InvalidJson {
        try (StrictJsonReader body = new StrictJsonReader(bytes)) {
            JsonToken token = body.next();
            if (token != JsonToken.START_OBJECT) {
                throw new StrictJsonReader.InvalidJson("JSON that is not an object", token == null);
            }
            Envelope envelope = new Reader(body, endpoint).envelope();
            body.end();
            return envelope;
        }
    }

    private static final class Reader {
        private final StrictJsonReader body;
        private final Endpoint endpoint;
        private List<Item> items;
        private String nextCursor;
        private Boolean hasMore;

        Reader(StrictJsonReader body, Endpoint endpoint) {
            this.body = body;
            this.endpoint = endpoint;
        }

        Envelope envelope() throws StrictJsonReader.InvalidJson {
            Boolean success = null;
            ErrorBody error = null;
            String traceId = null;
            while (body.next() != JsonToken.END_OBJECT) {
                String name = body.name();
                JsonToken token = body.next();
                switch (name) {
                    case "success" -> success = flag(name, token);
                    case "data" -> data(token);
                    case "error" -> error = error(token);
                    case "traceId" -> traceId = text(token);
                    default -> body.skip();
                }
            }
            return new Envelope(success, items, nextCursor, hasMore, error, traceId);
        }

        private void data(JsonToken token) throws StrictJsonReader.InvalidJson {
            if (token != JsonToken.START_OBJECT || endpoint == null) {
                body.skip();
                return;
            }
            if (endpoint.items() == null) {
                items = List.of(new ItemReader(body, endpoint.resource(), "data").readOne());
                return;
            }
            while (body.next() != JsonToken.END_OBJECT) {
                String name = body.name();
                JsonToken value = body.next();
                if (name.equals(endpoint.items())) {
                    items = items(value);
                    continue;
                }
                switch (name) {
                    case "nextCursor" -> nextCursor = cursor(value);
                    case "hasMore" -> hasMore = value == JsonToken.VALUE_NULL ? null : flag(name, value);
                    default -> body.skip();
                }
            }
        }

        private List<Item> items(JsonToken token) throws StrictJsonReader.InvalidJson {
            if (token != JsonToken.START_ARRAY) {
                throw new StrictJsonReader.InvalidJson(endpoint.path() + " is not an array", false);
            }
            return new ItemReader(body, endpoint.resource(), endpoint.items()).readAll();
        }

        private String cursor(JsonToken token) throws StrictJsonReader.InvalidJson {
            if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
                throw new StrictJsonReader.InvalidJson("data.nextCursor is not a string", false);
            }
            String cursor = text(token);
            if (cursor != null && !Url.isEncodable(cursor)) {
                throw new StrictJsonReader.InvalidJson(
                        "data.nextCursor holds half a surrogate pair, which no URL can carry", false);
            }
            return cursor;
        }

        private ErrorBody error(JsonToken token) throws StrictJsonReader.InvalidJson {
            if (token != JsonToken.START_OBJECT) {
                Object value = body.value(token);
                return value == null ? null : new ErrorBody(null, value.toString(), null);
            }
            String code = null;
            String message = null;
            String details = null;
            while (body.next() != JsonToken.END_OBJECT) {
                String name = body.name();
                JsonToken value = body.next();
                switch (name) {
                    case "code" -> code = text(value);
                    case "message" -> message = text(value);
                    case "details" -> details = text(value);
                    default -> body.skip();
                }
            }
            return new ErrorBody(code, message, details);
        }

        private Boolean flag(String name, JsonToken token) throws StrictJsonReader.InvalidJson {
            if (!token.isBoolean()) {
                throw new StrictJsonReader.InvalidJson(name + " is not true or false", false);
            }
            return token == JsonToken.VALUE_TRUE;
        }

        private String text(JsonToken token) throws StrictJsonReader.InvalidJson {
            Object value = body.value(token);
            return value == null ? null : value.toString();
        }
    }
}
