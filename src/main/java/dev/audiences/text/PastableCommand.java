package dev.audiences.text;

import java.util.List;
import java.util.Locale;

/**
 * Command lines that are shown to be pasted. There is one only when a single spelling of each word is right in bash, zsh,
 * fish and dash at once, at their prompts too: bare, or in single quotes. What would need an escape in one of them has no
 * such spelling: fish reads {@code \'} within single quotes and the others don't, dash knows no {@code $'…'}, and
 * {@code !} is replaced from the history by some.
 */
public final class PastableCommand {
    /** Of what a terminal hands to a shell without a line editor at once; the rest of a longer line is lost. */
    private static final int MAX_LENGTH = 2000;

    private static final int MAX_SPELLED_OUT = 4000;

    private static final String BARE = "-._/:@+=,";
    /** Nothing that acts in a shell without the quotes: a quotation mark above may turn inside and outside round. */
    private static final String QUOTED = BARE + " %^~";
    /** Letters and marks that a terminal does not show as they are. */
    private static final int[] HIDDEN = {
        0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0
    };

    private static final SecretMask KEYS = new SecretMask();

    private PastableCommand() {}

    /** The command line of these words, or null when there is none that is safe to paste. */
    public static String of(List<String> words) {
        StringBuilder command = new StringBuilder();
        for (String word : words) {
            if (word.length() > MAX_LENGTH || !isBare(word) && !isQuotable(word) || KEYS.hides(word)) {
                return null;
            }
            command.append(command.length() == 0 ? "" : " ").append(isBare(word) ? word : "'" + word + "'");
        }
        return command.length() > MAX_LENGTH ? null : command.toString();
    }

    /** As {@link #of(List)}. */
    public static String of(String... words) {
        return of(List.of(words));
    }

    /** An option and its value as words; one word when the value would be taken for an option itself. */
    public static List<String> option(String name, String value) {
        return value.startsWith("-") ? List.of(name + "=" + value) : List.of(name, value);
    }

    /** A file as a word that no command takes for an option. */
    public static String file(String path) {
        return path.startsWith("-") ? "./" + path : path;
    }

    /**
     * The value where there is no command: everything that has a meaning in some shell, and the backslash, is escaped as
     * in JSON, so that nothing happens either when it is pasted all the same. One that is too long for any message is cut.
     */
    public static String spelledOut(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i == MAX_SPELLED_OUT) {
                return text.append('…').toString();
            }
            char c = value.charAt(i);
            boolean plain = c == ' ' || c < 0x80 && Character.isLetterOrDigit(c) || BARE.indexOf(c) >= 0;
            boolean letter = c >= 0x80 && Character.isLetterOrDigit(c) && !isHidden(c);
            text.append(plain || letter ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return text.toString();
    }

    private static boolean isBare(String word) {
        // zsh takes =word for the path of a command.
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
            // One that stands behind anything else, such as the quotation mark, is drawn over it.
            return !isHidden(codePoint) && (Character.isLetterOrDigit(before) || isMark(before));
        }
        return Character.isLetterOrDigit(codePoint) && !isHidden(codePoint);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHidden(int codePoint) {
        for (int hidden : HIDDEN) {
            if (codePoint == hidden) {
                return true;
            }
        }
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
