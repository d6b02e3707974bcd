package dev.audiences.cli.console;

import java.util.ArrayList;
import java.util.List;

/** A failure in the words of the user: what failed, where, what to do next; with its exit code. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final transient List<Line> lines = new ArrayList<>();

    private Failure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public static Failure of(ExitCode exitCode, String message) {
        return new Failure(exitCode, message, null);
    }

    public static Failure of(ExitCode exitCode, String message, Throwable cause) {
        return new Failure(exitCode, message, cause);
    }

    /** Wrong usage, with what to do about it. */
    public static Failure usage(String message, String hint) {
        return of(ExitCode.USAGE, message).hint(hint);
    }

    /** The reader of stdout went away; nothing is printed. */
    static Failure readerGone() {
        return of(ExitCode.READER_GONE, "");
    }

    /**
     * A line below the message.
     *
     * @param label the text before the colon, or null
     * @param isCommand whether it may hold a command that is going to be pasted
     */
    record Line(String label, String value, boolean isCommand) {
        String text() {
            return label == null ? value : label + ": " + value;
        }
    }

    /** Adds a line such as {@code key from: AUDIENCES_API_KEY}; left out when the value is null. */
    public Failure with(String label, String value) {
        return add(new Line(label, value, false));
    }

    /** Adds what to do next; left out when null. */
    public Failure hint(String hint) {
        return command("try", hint);
    }

    /** Adds a line that holds a command, which is shown as it is or not at all; left out when null. */
    public Failure command(String label, String command) {
        return add(new Line(label, command, true));
    }

    public Failure line(String line) {
        return add(new Line(null, line, false));
    }

    private Failure add(Line line) {
        if (line.value() != null) {
            lines.add(line);
        }
        return this;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    List<Line> lines() {
        return lines;
    }
}
