package dev.audiences.terminal;

/**
 * What the output is connected to.
 *
 * @param terminal whether a terminal shows it
 * @param width the cells in a line of that terminal, 0 when not known
 * @param color whether it may be coloured
 */
public record TerminalProfile(boolean terminal, int width, boolean color) {
    /** A file or a pipe. */
    public static final TerminalProfile NONE = new TerminalProfile(false, 0, false);
}
