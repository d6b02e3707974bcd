package dev.audiences.cli;

import dev.audiences.output.TerminalText;
import java.util.Locale;

/** Writes words so that a shell reads them back unchanged when they are copied from the screen. */
final class ShellQuote {
    private static final String HARMLESS = "-._/:@%+=,";

    private ShellQuote() {}

    /**
     * The word as it is to be typed. One that holds characters which a terminal does not show as they are is written as
     * {@code $'…'}, which bash, zsh and POSIX 2024 know; any other for every POSIX shell.
     */
    static String quote(String word) {
        if (!TerminalText.visible(word).equals(word)) {
            return escaped(word);
        }
        // zsh takes =word for the path of a command.
        boolean plain = !word.isEmpty()
                && word.charAt(0) != '='
                && word.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** An option and its value; as one word when the value would be taken for an option itself. */
    static String option(String name, String value) {
        return value.startsWith("-") ? quote(name + "=" + value) : name + " " + quote(value);
    }

    private static String escaped(String word) {
        StringBuilder quoted = new StringBuilder("$'");
        word.codePoints().forEach(codePoint -> quoted.append(escaped(codePoint)));
        return quoted.append('\'').toString();
    }

    private static String escaped(int codePoint) {
        String character = Character.toString(codePoint);
        return switch (codePoint) {
            case '\'', '\\' -> "\\" + character;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                // By itself: a joiner or a selector that is fine where it stands may come to stand behind an escape.
                boolean visible = TerminalText.visible(character).equals(character);
                String escape = Character.isBmpCodePoint(codePoint) ? "\\u%04x" : "\\U%08x";
                yield visible ? character : String.format(Locale.ROOT, escape, codePoint);
            }
        };
    }
}
