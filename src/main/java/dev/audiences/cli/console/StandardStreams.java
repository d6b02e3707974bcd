package dev.audiences.cli.console;

/**
 * Which of the standard streams are terminals, as the launcher found them; Java 17 can't see it for itself.
 *
 * @param stdoutPipe whether stdout is a pipe, whose reader may well write to the same terminal as we on stderr
 * @param width of stdout, or of stderr when only that is a terminal, in columns; 0 when unknown
 */
public record StandardStreams(boolean stdin, boolean stdout, boolean stdoutPipe, boolean stderr, int width) {
    /** No stream is a terminal. */
    public static final StandardStreams NONE = new StandardStreams(false, false, false, false, 0);
}
