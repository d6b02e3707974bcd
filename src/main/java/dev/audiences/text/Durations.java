package dev.audiences.text;

import java.time.Duration;

/** Durations as people write and read them. */
public final class Durations {
    private static final int MAX_DIGITS = 9;
    /** A bound far from what a long holds in nanoseconds, 292 years, and from what anybody means. */
    private static final Duration MAX = Duration.ofDays(36_500);

    private Durations() {}

    /**
     * Reads a whole number and its unit: {@code ms}, {@code s}, {@code m}, {@code h}, {@code d} or {@code w}, and
     * seconds without one.
     *
     * @return null when the text is no such thing, or more than a hundred years
     */
    public static Duration parse(String text) {
        Duration duration = ofAnyLength(text);
        return duration == null || duration.compareTo(MAX) > 0 ? null : duration;
    }

    private static Duration ofAnyLength(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(7 * number);
            default -> null;
        };
    }

    /** Such as {@code 250 ms}, {@code 1.5 s}, {@code 12 s} or {@code 3900 s (1 h 5 min)}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            long tenths = (millis + 50) / 100;
            return tenths % 10 == 0 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = (millis + 500) / 1000;
        if (seconds <= 120) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        String rough = minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
        return seconds + " s (" + rough + ")";
    }
}
