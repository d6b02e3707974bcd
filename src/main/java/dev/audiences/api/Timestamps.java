package dev.audiences.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as ISO 8601 writes them, with a date, a time and an offset from UTC. */
public final class Timestamps {
    private static final int DATE_LENGTH = "2026-05-01".length();

    private Timestamps() {}

    /** The instant that {@code text} names, or null when it names none. */
    public static Instant parse(String text) {
        try {
            return hasDateAndTime(text) ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    /** Spares ids and names, which are sorted too, the cost of an exception. */
    private static boolean hasDateAndTime(String text) {
        return text.length() > DATE_LENGTH
                && Character.isDigit(text.charAt(0))
                && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == 't');
    }
}
