package dev.audiences.http;

import dev.audiences.text.Durations;
import java.time.Duration;

/**
 * The time limit of a step that may block, such as a request or the program that prints the API key.
 *
 * @param left the time from now; zero or negative when none is left
 * @param wholeRun the limit of the whole run when it ends before the step's own timeout; else null
 */
public record TimeLimit(Duration left, Duration wholeRun) {
    /** The option that limits the whole run. */
    public static final String MAX_TIME = "--max-time";

    /** Returns whether the limit of the whole run is the one that ends first. */
    public boolean isOfWholeRun() {
        return wholeRun != null;
    }

    /** Returns the option that sets this limit. */
    public String option() {
        return isOfWholeRun() ? MAX_TIME : "--timeout";
    }

    /** Returns the limit in words, to follow "within". */
    String text() {
        return isOfWholeRun()
                ? "the " + Durations.text(wholeRun) + " for the whole run (" + MAX_TIME + ")"
                : Durations.text(left);
    }

    /** Such as {@code 10 s (--timeout)}. */
    @Override
    public String toString() {
        return Durations.text(left) + " (" + option() + ")";
    }
}
