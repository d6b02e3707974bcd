package dev.audiences.output;

/**
 * What the output is connected to.
 *
 * @param terminal whether a terminal shows it
 * @param width the cells in a line of that terminal, 0 when not known
 * @param color whether it may be coloured
 */
public record Screen(boolean terminal, int width, boolean color) {
    /** A file or a pipe. */
    public static final Screen NONE = new Screen(false, 0, false);
}
