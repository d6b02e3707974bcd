package dev.audiences.terminal;

/**
 * The terminal that the output is written to, if any.
 *
 * @param terminal whether the output is written to a terminal
 * @param width the width of the terminal in cells, 0 when unknown
 * @param color whether the output may be coloured
 */
public record TerminalProfile(boolean terminal, int width, boolean color) {
    /** No terminal: a file or a pipe. */
    public static final TerminalProfile NONE = new TerminalProfile(false, 0, false);
}
