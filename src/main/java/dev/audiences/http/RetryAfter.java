package dev.audiences.http;

import dev.audiences.text.Digits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Reads the Retry-After field (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final int MAX_DIGITS = 10;

    private RetryAfter() {}

    /**
     * Parses the field into the delay that the server asks for.
     *
     * @param field the field's value, or null
     * @param date the response's Date field, or null; a delay until a date is measured from it, so that a wrong clock
     *     on this machine does not matter
     * @param now this machine's time, for a response without a Date field
     * @return the delay, greater than zero; null when the field is absent, malformed or in the past
     */
    static Duration parse(String field, String date, Instant now) {
        if (field == null) {
            return null;
        }
        String value = field.strip();
        Duration wait = isSeconds(value) ? Duration.ofSeconds(Long.parseLong(value)) : until(value, date, now);
        return wait == null || wait.isZero() || wait.isNegative() ? null : wait;
    }

    private static boolean isSeconds(String value) {
        return value.length() <= MAX_DIGITS && Digits.isAllDigits(value);
    }

    private static Duration until(String value, String date, Instant now) {
        Instant then = instant(value);
        if (then == null) {
            return null;
        }
        Instant sent = date == null ? null : instant(date);
        return Duration.between(sent == null ? now : sent, then);
    }

    /** Parses a date in the current format (RFC 9110, section 5.6.7), or returns null. */
    private static Instant instant(String field) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
