package dev.audiences.cli;

/** Writes words so that a POSIX shell reads them back unchanged. */
final class ShellQuote {
    private static final String HARMLESS = "-._/:@%+=,";

    private ShellQuote() {}

    static String quote(String word) {
        boolean plain = !word.isEmpty()
                && word.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
