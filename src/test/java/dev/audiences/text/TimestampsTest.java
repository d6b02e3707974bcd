package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-28T15:30:00.000Z,2026-04-28T15:30:00Z",
        "2026-04-28T15:30:00Z,2026-04-28T15:30:00Z",
        "2026-04-28T15:30:00.5Z,2026-04-28T15:30:00.500Z",
        "2026-04-28T15:30:59.123456789Z,2026-04-28T15:30:59.123456789Z",
        "1969-12-31T23:59:59.999Z,1969-12-31T23:59:59.999Z",
        "2024-02-29T23:59:59Z,2024-02-29T23:59:59Z",
        "2026-04-28T15:30:00+00:00,2026-04-28T15:30:00Z",
        "2026-04-28T15:30:00.250-05:30,2026-04-28T21:00:00.250Z",
        "2026-04-28T01:00Z,2026-04-28T01:00:00Z",
        "2026-04-28t01:00:00z,2026-04-28T01:00:00Z",
        "2026-04-28T15:30:00+0000,2026-04-28T15:30:00Z",
        "2026-04-28T15:30:00.250-0530,2026-04-28T21:00:00.250Z",
        "2026-04-28T15:30-05,2026-04-28T20:30:00Z",
        "2016-12-31T23:59:60Z,2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.000Z,2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.500Z,2017-01-01T00:00:00.500Z",
        "2017-01-01T05:29:60+0530,2017-01-01T00:00:00Z"
    })
    void parsesTimestamps(String text, Instant instant) {
        assertEquals(instant, Timestamps.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "string",
                "T",
                "2026-05-01",
                "2026-05-01T12:00:00",
                "2026-05-01 12:00:00Z",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-05-01T24:00:00Z",
                "2026-05-01T12:60:00Z",
                "2026-05-01T12:00:60Z",
                "2026-02-29T12:00:00.000Z",
                "2026-13-01T12:00:00.000Z",
                "2026-05-01T24:00:00.000Z",
                "2026-05-01T12:60:00.000Z",
                "2026-05-01T12:00:60.000Z",
                "2026-05-01T12:00:00.00xZ",
                "507f1f77bcT6cd799439011",
                "2026-05-01T12:00:00.1x2Z",
                "2026-05-01T12:00:00.1234567890Z",
                "٢٠٢٦-05-01T12:00:00Z",
                "2026-05-01T12:00:00Z\n",
                "2016-12-31T23:59:61Z",
                "2016-12-31T22:59:60Z",
                "2026-05-01T12:00:00+000",
                "2026-05-01T12:00:00+00000",
                "2026-05-01T12:00:00+9900",
                "1777593600",
                "2026-05-0"
            })
    void rejectsOtherText(String text) {
        assertNull(Timestamps.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-28T15:30:00.000Z,2026-04-28T15:30:00Z",
        "2026-04-28,2026-04-28T00:00:00Z",
        "1777593600,2026-05-01T00:00:00Z",
        "1777593600.5,2026-05-01T00:00:00Z",
        "1777593600123,2026-05-01T00:00:00.123Z",
        "123456789,1973-11-29T21:33:09Z"
    })
    void parsesEveryFormOfWhatIsATime(String text, Instant instant) {
        assertEquals(instant, Timestamps.parseAnyForm(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "20260428",
                "2026-02-29",
                "2026-1-1",
                "2026-04-2x",
                "17775936001234",
                "1777593600.",
                "1777593600.x",
                "-1777593600",
                "1.777593600e9",
                "last week",
                "2026-05-01 12:00:00Z"
            })
    void rejectsWhatIsNoTime(String text) {
        assertNull(Timestamps.parseAnyForm(text));
    }
}
