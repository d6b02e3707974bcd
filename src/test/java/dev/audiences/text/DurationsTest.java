package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "30,PT30S",
        "30s,PT30S",
        "500ms,PT0.5S",
        "2m,PT2M",
        "12h,PT12H",
        "7d,PT168H",
        "2w,PT336H",
        "876000h,PT876000H",
        "999999999ms,PT277H46M39.999S"
    })
    void areParsed(String text, Duration duration) {
        assertEquals(duration, Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "-1s", "1.5s", "1 s", "1S", "1y", "1hs", "٣s", "1000000000ms", "876001h", "999999999w"})
    void areRejected(String text) {
        assertNull(Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1449, 1.4 s",
        "1450, 1.5 s",
        "1950, 2 s",
        "9999, 10 s",
        "10000, 10 s",
        "10499, 10 s",
        "10500, 11 s",
        "120499, 120 s",
        "120500, 121 s (2 min)",
        "149000, 149 s (2 min)",
        "150000, 150 s (3 min)",
        "3569000, 3569 s (59 min)",
        "3570000, 3570 s (1 h 0 min)",
        "3900000, 3900 s (1 h 5 min)"
    })
    void areFormattedForMessages(long millis, String text) {
        assertEquals(text, Durations.text(Duration.ofMillis(millis)));
    }
}
