package dev.audiences.http;

import dev.audiences.text.Durations;
import java.time.Duration;

/**
 * How long a step that may block is given, such as a request or the program that prints the API key.
 *
 * @param left from now on; zero or less when nothing is left
 * @param wholeRun the limit of the whole run, when that one is nearer than the step's own; else null
 */
public record TimeLimit(Duration left, Duration wholeRun) {
    /** The option that bounds the whole run. */
    public static final String MAX_TIME = "--max-time";

    /** Whether the limit of the whole run is the nearer one. */
    public boolean isOfWholeRun() {
        return wholeRun != null;
    }

    /** The option that sets it. */
    public String option() {
        return isOfWholeRun() ? MAX_TIME : "--timeout";
    }

    /** The limit in words, to follow "within". */
    String text() {
        return isOfWholeRun()
                ? "the " + Durations.text(wholeRun) + " for the whole run (--max-time)"
                : Durations.text(left);
    }

    /** Such as {@code 10 s (--timeout)}. */
    @Override
    public String toString() {
        return Durations.text(left) + " (" + option() + ")";
    }
}
