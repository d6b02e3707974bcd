package dev.audiences.output;

/** Text from elsewhere, made safe to show on a terminal. */
public final class TerminalText {
    private TerminalText() {}

    /**
     * Shows the hidden characters of {@code text} as escapes: {@code \n}, {@code \r}, {@code \t}, and four
     * hexadecimal digits after {@code \}{@code u} for any other, twice for one beyond U+FFFF. What is left can't move
     * the cursor, start an escape sequence, turn the direction of reading, or pass for nothing. A backslash stays as
     * it is, so this can't be undone.
     *
     * <p>A zero-width joiner stays between two emoji and is shown anywhere else, as is the non-joiner: Persian and the
     * scripts of India get an escape more than they should, and no name can hide its difference from another. A
     * variation selector stays right after a character that can take one.
     *
     * @return the same text when nothing is hidden in it
     */
    public static String visible(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F) {
                return visible(text, i);
            }
        }
        return text.toString();
    }

    private static String visible(CharSequence text, int start) {
        StringBuilder result = null;
        int codePoint;
        for (int i = start; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = Character.codePointAt(text, i);
            boolean shown = isShown(text, i, codePoint);
            if (result == null && !shown) {
                result = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (!shown) {
                result.append(HiddenCharacters.escape(codePoint));
            } else if (result != null) {
                result.appendCodePoint(codePoint);
            }
        }
        return result == null ? text.toString() : result.toString();
    }

    private static boolean isShown(CharSequence text, int index, int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F) {
            return true;
        }
        if (codePoint == Emoji.JOINER) {
            return Emoji.joins(text, index);
        }
        if (VariationSelectors.contains(codePoint)) {
            return index > 0 && VariationSelectors.isBase(Character.codePointBefore(text, index), codePoint);
        }
        return !HiddenCharacters.contains(codePoint);
    }
}
