package dev.audiences.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Reads the Retry-After field (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final int MAX_DIGITS = 10;

    private RetryAfter() {}

    /**
     * How long the server asks to wait.
     *
     * @param field the field's value, or null
     * @param date the response's own Date field, or null; a date is measured against it, so that a wrong clock on this
     *     machine does no harm
     * @param now this machine's time, for a response without a date
     * @return the wait, more than zero; null when the field is absent, makes no sense or lies in the past
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
        return !value.isEmpty() && value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration until(String value, String date, Instant now) {
        Instant then = instant(value);
        if (then == null) {
            return null;
        }
        Instant sent = date == null ? null : instant(date);
        return Duration.between(sent == null ? now : sent, then);
    }

    /** A date in the one form that is sent today (RFC 9110, section 5.6.7), or null when it is none. */
    private static Instant instant(String field) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
