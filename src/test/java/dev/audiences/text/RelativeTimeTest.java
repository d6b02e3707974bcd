package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelativeTimeTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void formatsThePast() {
        assertEquals("just now", RelativeTime.of("2026-05-01T11:59:01Z", NOW));
        assertEquals("1 minute ago", RelativeTime.of("2026-05-01T11:59:00.000Z", NOW));
        assertEquals("59 minutes ago", RelativeTime.of("2026-05-01T11:00:01Z", NOW));
        assertEquals("1 hour ago", RelativeTime.of("2026-05-01T11:00:00Z", NOW));
        assertEquals("23 hours ago", RelativeTime.of("2026-04-30T12:00:01Z", NOW));
        assertEquals("1 day ago", RelativeTime.of("2026-04-30T12:00:00Z", NOW));
        assertEquals("29 days ago", RelativeTime.of("2026-04-01T13:00:00Z", NOW));
        assertEquals("1 month ago", RelativeTime.of("2026-04-01T12:00:00Z", NOW));
        assertEquals("11 months ago", RelativeTime.of("2025-05-01T13:00:00Z", NOW));
        assertEquals("1 year ago", RelativeTime.of("2025-05-01T12:00:00Z", NOW));
        assertEquals("56 years ago", RelativeTime.of("1970-01-01T00:00:00Z", NOW));
    }

    @Test
    void acceptsOffsets() {
        assertEquals("2 days ago", RelativeTime.of("2026-04-28T15:30:00+00:00", NOW));
        assertEquals("11 hours ago", RelativeTime.of("2026-05-01T01:00Z", NOW));
        assertEquals("1 hour ago", RelativeTime.of("2026-05-01T13:00:00.000+02:00", NOW));
    }

    @Test
    void acceptsSecondsAndMillisecondsSince1970() {
        assertEquals("12 hours ago", RelativeTime.of("1777593600", NOW));
        assertEquals("12 hours ago", RelativeTime.of("1777593600000", NOW));
    }

    @Test
    void formatsTheFuture() {
        assertEquals("just now", RelativeTime.of("2026-05-01T12:00:59Z", NOW));
        assertEquals("in 11 hours", RelativeTime.of("2026-05-01T23:59:59Z", NOW));
        assertEquals("in 2 days", RelativeTime.of("2026-05-03T12:00:00Z", NOW));
    }

    @Test
    void returnsOtherTextUnchanged() {
        String[] texts = {
            "", "string", "2026-05-01", "2026-05-01T12:00:00", "2026-02-30T12:00:00Z", "2026-05-01T12:00:00Z\n"
        };
        for (String text : texts) {
            assertEquals(text, RelativeTime.of(text, NOW));
        }
    }
}
