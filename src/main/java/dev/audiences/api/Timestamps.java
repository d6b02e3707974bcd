package dev.audiences.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Instants as ISO 8601 writes them, with a date, a time and an offset from UTC. */
public final class Timestamps {
    /** What the API sends, a fraction of the second and a {@code Z} follow. */
    private static final String USUAL_SHAPE = "dddd-dd-ddTdd:dd:dd";

    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private Timestamps() {}

    /**
     * The instant that {@code text} names, or null when it names none.
     *
     * <p>The usual shape is read by hand: java.time's own parser takes noticeable time to load, and its exception for
     * a text that is no time costs more than the comparison that it was wanted for.
     */
    public static Instant parse(String text) {
        if (text.isEmpty() || !isDigit(text.charAt(0))) {
            return null;
        }
        try {
            return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        int fraction = USUAL_SHAPE.length();
        if (end < fraction || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < fraction; i++) {
            char expected = USUAL_SHAPE.charAt(i);
            if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        for (int i = fraction + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        int digits = end - fraction - 1;
        return end == fraction || text.charAt(fraction) == '.' && digits >= 1 && digits <= MAX_FRACTION_DIGITS;
    }

    private static Instant usual(String text) {
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException(text);
        }
        long seconds = day.toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    private static int nanos(String text) {
        int nanos = 0;
        int first = USUAL_SHAPE.length() + 1;
        for (int i = first; i < first + MAX_FRACTION_DIGITS; i++) {
            nanos = 10 * nanos + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
