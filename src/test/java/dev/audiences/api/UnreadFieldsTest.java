package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.audiences.json.StrictJsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field of the envelope that nobody reads is held to the same rules as the rest. */
class UnreadFieldsTest {
    private static Envelope read(String unread) throws StrictJsonReader.InvalidJson {
        String body = "{\"success\":true,\"x\":" + unread + ",\"data\":{\"y\":" + unread + ",\"items\":[]}}";
        return Envelope.read(body.getBytes(StandardCharsets.UTF_8), Endpoint.AUDIENCES);
    }

    static List<String> refused() {
        return List.of(
                "{\"a\":1,\"a\":2}",
                "[{\"a\":{\"b\":1,\"b\":2}}]",
                "[".repeat(1000) + "]".repeat(1000),
                "[" + "1".repeat(1001) + "]",
                "1".repeat(1001),
                "{\"a\":0." + "1".repeat(1001) + "}",
                "[1,]",
                "{\"a\"}",
                "[01]",
                "[\"\\x\"]",
                "[\"a\tb\"]",
                "[NaN]",
                "{]");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void areRefusedWhereTheyAreNotStrictJson(String unread) {
        assertThrows(StrictJsonReader.InvalidJson.class, () -> read(unread));
    }

    @Test
    void mayHoldAnyValue() throws StrictJsonReader.InvalidJson {
        for (String value : List.of("1", "\"a\"", "null", "true", "[]", "{}", "[[{\"a\":[1,{}]}],2]", "1e999999")) {
            assertEquals(List.of(), read(value).items());
        }
    }

    @Test
    void areCutWhereTheDocumentIs() {
        byte[] cut = "{\"success\":true,\"x\":{\"a\":[1,2".getBytes(StandardCharsets.UTF_8);
        StrictJsonReader.InvalidJson fault =
                assertThrows(StrictJsonReader.InvalidJson.class, () -> Envelope.read(cut, Endpoint.AUDIENCES));
        assertEquals(true, fault.truncated());
    }
}
