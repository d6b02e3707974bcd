package dev.audiences.text;

import dev.audiences.terminal.HiddenCharacters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Command lines that users may paste into a shell. A word is written bare or in single quotes, which must mean the same
 * in bash, zsh, fish and dash, at a prompt too. There is no command line for a word that needs an escape in one of
 * them: fish interprets {@code \'} within single quotes and the others don't, dash has no {@code $'…'}, and some expand
 * {@code !} from the history.
 */
public final class PastableCommand {
    /** A terminal passes on no more to a shell without a line editor; the rest of a longer line is lost. */
    private static final int MAX_LENGTH = 2000;

    private static final int MAX_SPELLED_OUT = 4000;

    private static final String BARE = "-._/:@+=,";
    /** Nothing that acts in a shell without the quotes: a quotation mark in the lines above may turn them around. */
    private static final String QUOTED = BARE + " %^~";

    private static final SecretMask KEYS = new SecretMask();
    /** A URL with a password, which is not to be shown. */
    private static final Pattern PASSWORD = Pattern.compile("://[^/]*:[^/]*@");

    private PastableCommand() {}

    /** Returns the command line of these words, or null when there is none that is safe to paste. */
    public static String of(List<String> words) {
        StringBuilder command = new StringBuilder();
        for (String word : words) {
            if (word.length() > MAX_LENGTH || !isBare(word) && !isQuotable(word) || isSecret(word)) {
                return null;
            }
            command.append(command.length() == 0 ? "" : " ").append(isBare(word) ? word : "'" + word + "'");
        }
        return command.length() > MAX_LENGTH ? null : command.toString();
    }

    private static boolean isSecret(String word) {
        return KEYS.hides(word)
                || word.contains("://") && PASSWORD.matcher(word).find();
    }

    /** As {@link #of(List)}. */
    public static String of(String... words) {
        return of(List.of(words));
    }

    /** Returns an option and its value as words; one word when the value starts with a dash, as an option does. */
    public static List<String> option(String name, String value) {
        return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
    }

    /** Returns a path as a word that no command reads as an option. */
    public static String file(String path) {
        return path.startsWith("-") ? "./" + path : path;
    }

    /**
     * Escapes a value for messages when there is no command line. Characters that have a meaning in a shell, and the
     * backslash, are escaped as in JSON, so that pasting the result is harmless. Very long values are truncated.
     */
    public static String spelledOut(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i == MAX_SPELLED_OUT) {
                return text.append('…').toString();
            }
            char c = value.charAt(i);
            boolean plain = c == ' ' || c < 0x80 && Character.isLetterOrDigit(c) || BARE.indexOf(c) >= 0;
            boolean letter = c >= 0x80 && Character.isLetterOrDigit(c) && !HiddenCharacters.isInvisible(c);
            text.append(plain || letter ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return text.toString();
    }

    private static boolean isBare(String word) {
        // zsh expands =word to the path of a command.
        return !word.isEmpty()
                && word.charAt(0) != '='
                && word.chars().allMatch(c -> isAsciiLetterOrDigit(c) || BARE.indexOf(c) >= 0);
    }

    private static boolean isQuotable(String word) {
        int before = ' ';
        for (int codePoint : word.codePoints().toArray()) {
            if (!isQuotable(codePoint, before)) {
                return false;
            }
            before = codePoint;
        }
        return true;
    }

    private static boolean isQuotable(int codePoint, int before) {
        if (codePoint < 0x80) {
            return isAsciiLetterOrDigit(codePoint) || QUOTED.indexOf(codePoint) >= 0;
        }
        if (isMark(codePoint)) {
            // After anything else, such as the quotation mark, it would be drawn over that character.
            return !HiddenCharacters.isInvisible(codePoint) && (Character.isLetterOrDigit(before) || isMark(before));
        }
        return Character.isLetterOrDigit(codePoint) && !HiddenCharacters.isInvisible(codePoint);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
