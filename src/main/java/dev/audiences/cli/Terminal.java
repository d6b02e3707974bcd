package dev.audiences.cli;

/**
 * Which of the standard streams are terminals, as the launcher found them; Java 17 can't see it for itself.
 *
 * @param width in columns; 0 when unknown
 */
public record Terminal(boolean stdin, boolean stdout, boolean stderr, int width) {
    /** No stream is a terminal. */
    public static final Terminal NONE = new Terminal(false, false, false, 0);
}
