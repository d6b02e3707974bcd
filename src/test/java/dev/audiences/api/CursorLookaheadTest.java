package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.audiences.http.HttpTransport;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the cursor of the next page can be seen before the response is decoded. */
class CursorLookaheadTest {
    private static String find(int status, String body) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return CursorLookahead.find(new HttpTransport.Response(status, none, bytes, bytes.length, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"nextCursor\":\"abc\",\"hasMore\":true} | abc",
                "{\"hasMore\" : true , \"nextCursor\"\t:\t\"a b\"} | a b",
                "{\"items\":[{\"nextCursor\":\"1\"}],\"nextCursor\":\"2\",\"hasMore\":true} | 2",
                "{\"name\":\"x\\\"nextCursor\\\":\\\"1\",\"hasMore\":true} | -",
                "{\"nextCursor\":\"abc\",\"hasMore\":false} | -",
                "{\"nextCursor\":\"abc\"} | -",
                "{\"nextCursor\":null,\"hasMore\":true} | -",
                "{\"nextCursor\":\"\",\"hasMore\":true} | -",
                "{\"nextCursor\":\"a\\u0041\",\"hasMore\":true} | -",
                "{\"nextCursor\":\"\u00e9\",\"hasMore\":true} | -",
                "{\"hasMore\":true,\"nextCursor\":\"cut | -",
                "{\"hasMore\":true,\"nextCursor\": | -",
                "{\"hasMore\":true,\"nextCursor\" | -",
                "{\"hasMore\":true,\"nextCursor\"x\"a\"} | -",
                "{} | -",
            })
    void isPlainToSee(String body, String cursor) {
        assertEquals(cursor, find(200, body));
    }

    @Test
    void isOnlySoughtBehindTheItemsOfAPage() {
        String cursor = "\"nextCursor\":\"a\",\"hasMore\":true";
        assertEquals("a", find(200, "{" + cursor + " ".repeat(4000)));
        assertNull(find(200, "{" + cursor + " ".repeat(4097)));
        assertNull(find(400, "{" + cursor));
    }

    @Test
    void isNotSoughtInALargePage() {
        String cursor = "\"nextCursor\":\"a\",\"hasMore\":true}";
        assertEquals("a", find(200, " ".repeat((1 << 20) - cursor.length()) + cursor));
        assertNull(find(200, " ".repeat((1 << 20) - cursor.length() + 1) + cursor));
    }
}
