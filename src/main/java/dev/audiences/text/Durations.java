package dev.audiences.text;

import java.time.Duration;

/** Durations as text. */
public final class Durations {
    private static final int MAX_DIGITS = 9;
    /** Far below 292 years, the maximum of a long in nanoseconds. */
    private static final Duration MAX = Duration.ofDays(36_500);

    private Durations() {}

    /**
     * Parses an integer with a unit: {@code ms}, {@code s}, {@code m}, {@code h}, {@code d} or {@code w}; the default
     * is seconds.
     *
     * @return null when the text is not a duration, or longer than a hundred years
     */
    public static Duration parse(String text) {
        Duration duration = parseUnlimited(text);
        return duration == null || duration.compareTo(MAX) > 0 ? null : duration;
    }

    private static Duration parseUnlimited(String text) {
        int digits = 0;
        while (digits < text.length() && Digits.isDigit(text.charAt(digits))) {
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

    /**
     * Returns the duration for messages, such as {@code 250 ms}, {@code 1.5 s}, {@code 12 s} or {@code 3900 s (1 h 5
     * min)}.
     */
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
