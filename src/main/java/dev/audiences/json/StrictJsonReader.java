package dev.audiences.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document strictly: no duplicate keys, no trailing text, nothing but UTF-8, bounded nesting and number
 * length. The caller walks the tokens; faults come as {@link InvalidJson}.
 */
public final class StrictJsonReader implements AutoCloseable {
    private static final int MAX_NESTING = 1000;
    private static final int MAX_NUMBER_LENGTH = 1000;
    private static final int MAX_STRING_LENGTH = Integer.MAX_VALUE;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxNameLength(MAX_STRING_LENGTH)
                    .build())
            .build();

    private final byte[] body;
    private final JsonParser parser;

    /** The document is not acceptable JSON. */
    public static final class InvalidJson extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean truncated;

        public InvalidJson(String message, boolean truncated) {
            super(message);
            this.truncated = truncated;
        }

        /** Whether the document ends in the middle: it may have been cut on its way. */
        public boolean truncated() {
            return truncated;
        }
    }

    public StrictJsonReader(byte[] body) throws InvalidJson {
        StrictUtf8.require(body);
        this.body = body;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), body);
    }

    /** Reads JSON that was checked before. Text and not bytes: its strings may hold lone surrogates. */
    private StrictJsonReader(String checked) {
        this.body = new byte[0];
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), checked);
    }

    /** The members of an object of {@link RawJson}, in their order. */
    static Map<String, Object> members(String object) {
        try (StrictJsonReader reader = new StrictJsonReader(object)) {
            Map<String, Object> members = new LinkedHashMap<>();
            reader.next();
            while (reader.next() == JsonToken.PROPERTY_NAME) {
                String name = reader.name();
                members.put(name, reader.value(reader.next()));
            }
            return members;
        } catch (InvalidJson e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The number of elements of an array of {@link RawJson}. */
    static int size(String array) {
        try (StrictJsonReader reader = new StrictJsonReader(array)) {
            int size = 0;
            reader.next();
            while (reader.next() != JsonToken.END_ARRAY) {
                reader.skip();
                size++;
            }
            return size;
        } catch (InvalidJson e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The next token, or null at the end of the document. */
    public JsonToken next() throws InvalidJson {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /** The name of the field at the current position. */
    public String name() {
        return parser.currentName();
    }

    /** The content of the string, or the digits of the number, at the current position. */
    public String text() throws InvalidJson {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /** Requires that nothing follows the value that has just ended; what does was not cut, however it ends. */
    public void end() throws InvalidJson {
        try {
            if (parser.nextToken() != null) {
                throw textAfterTheEnd(parser.currentTokenLocation());
            }
        } catch (JacksonException e) {
            throw textAfterTheEnd(e.getLocation());
        }
    }

    private static InvalidJson textAfterTheEnd(TokenStreamLocation location) {
        return new InvalidJson("text after the end of the JSON" + position(location), false);
    }

    /** The value that {@code token} begins: a String, null, or a {@link RawJson}. */
    public Object value(JsonToken token) throws InvalidJson {
        return switch (token) {
            case VALUE_STRING -> text();
            case VALUE_NULL -> null;
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawJson(text());
            default -> new RawJson(nested(token));
        };
    }

    private static final RawJson TRUE = new RawJson("true");
    private static final RawJson FALSE = new RawJson("false");

    /** Copies the object or array that {@code first} begins, without white space. */
    private String nested(JsonToken first) throws InvalidJson {
        StringBuilder json = new StringBuilder();
        int depth = 0;
        JsonToken token = first;
        while (true) {
            if (token.isStructEnd()) {
                depth--;
            } else if (needsComma(json)) {
                json.append(',');
            }
            append(json, token);
            if (token.isStructStart()) {
                depth++;
            }
            if (depth == 0) {
                return json.toString();
            }
            token = next();
        }
    }

    private static boolean needsComma(StringBuilder json) {
        if (json.length() == 0) {
            return false;
        }
        char last = json.charAt(json.length() - 1);
        return last != '[' && last != '{' && last != ':';
    }

    private void append(StringBuilder json, JsonToken token) throws InvalidJson {
        switch (token) {
            case PROPERTY_NAME -> quote(json, name()).append(':');
            case VALUE_STRING -> quote(json, text());
            default -> json.append(text());
        }
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"');
    }

    /** Skips the value that starts at the current position, as strictly as if it were read. */
    public void skip() throws InvalidJson {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    private InvalidJson invalid(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        boolean truncated = location != null
                && !(e instanceof StreamConstraintsException)
                && location.getByteOffset() >= endOfWholeTokens();
        return new InvalidJson(reason(e, truncated) + position(location), truncated);
    }

    /** Where the document ends, not counting the beginning of {@code true}, {@code false} or {@code null}. */
    private int endOfWholeTokens() {
        int start = body.length;
        while (start > 0 && body[start - 1] >= 'a' && body[start - 1] <= 'z') {
            start--;
        }
        String word = new String(body, start, body.length - start, StandardCharsets.US_ASCII);
        boolean begun = "true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word);
        return begun ? start : body.length;
    }

    private static String reason(JacksonException e, boolean truncated) {
        if (e instanceof StreamConstraintsException) {
            return "JSON nested deeper than " + MAX_NESTING + " levels, or a number of more than " + MAX_NUMBER_LENGTH
                    + " digits";
        }
        if (truncated) {
            return "JSON that ends in the middle";
        }
        // The parser's own message quotes the document: only this one case of it is named.
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
                ? "a key twice in one JSON object"
                : "malformed JSON";
    }

    private static String position(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    @Override
    public void close() {
        parser.close();
    }
}
