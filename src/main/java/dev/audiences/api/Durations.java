package dev.audiences.api;

import java.time.Duration;

/** Durations as people read them. */
public final class Durations {
    private Durations() {}

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
