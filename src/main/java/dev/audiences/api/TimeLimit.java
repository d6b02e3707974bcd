package dev.audiences.api;

import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param left from now on
 * @param wholeRun the limit of the whole run, when that one is nearer than the attempt's own; else null
 */
record TimeLimit(Duration left, Duration wholeRun) {

    /** The limit in words, to follow "within". */
    String text() {
        return wholeRun == null
                ? Durations.text(left)
                : "the " + Durations.text(wholeRun) + " for the whole run (--max-time)";
    }

    String option() {
        return wholeRun == null ? "--timeout" : "--max-time";
    }
}
