package dev.audiences.cli;

import java.util.ArrayList;
import java.util.List;

/** A failure in the words of the user: what failed, where, what to do next; with its exit code. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final transient List<String> lines = new ArrayList<>();

    private Failure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static Failure of(ExitCode exitCode, String message) {
        return new Failure(exitCode, message, null);
    }

    static Failure of(ExitCode exitCode, String message, Throwable cause) {
        return new Failure(exitCode, message, cause);
    }

    /** Wrong usage, with what to do about it. */
    static Failure usage(String message, String hint) {
        return of(ExitCode.USAGE, message).hint(hint);
    }

    /** The reader of stdout went away: nobody is left to talk to. */
    static Failure readerGone() {
        return of(ExitCode.READER_GONE, "");
    }

    /** Adds a line such as {@code key from: AUDIENCES_API_KEY}; left out when the value is null. */
    Failure with(String label, String value) {
        return value == null ? this : line(label + ": " + value);
    }

    /** Adds what to do next; left out when null. */
    Failure hint(String hint) {
        return with("try", hint);
    }

    Failure line(String line) {
        lines.add(line);
        return this;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return lines;
    }
}
