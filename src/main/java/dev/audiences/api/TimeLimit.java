package dev.audiences.api;

import java.time.Duration;

/**
 * How long one step that may block is given, such as the program that prints the API key.
 *
 * @param time how long; zero or less when nothing is left
 * @param option the option that bounds it, for messages
 */
public record TimeLimit(Duration time, String option) {
    /** The option that bounds the whole run. */
    public static final String MAX_TIME = "--max-time";

    /** Whether it is the bound on the whole run. */
    public boolean ofWholeRun() {
        return option.equals(MAX_TIME);
    }

    /** Such as {@code 10 s (--timeout)}. */
    @Override
    public String toString() {
        return Durations.text(time) + " (" + option + ")";
    }
}
