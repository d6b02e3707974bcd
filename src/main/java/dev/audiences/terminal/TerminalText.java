package dev.audiences.terminal;

/** Text from elsewhere, made safe to show on a terminal. */
public final class TerminalText {
    private TerminalText() {}

    /**
     * Shows the hidden characters of {@code text} as escapes: {@code \n}, {@code \r}, {@code \t}, and four
     * hexadecimal digits after {@code \}{@code u} for any other, twice for one beyond U+FFFF. What is left can't move
     * the cursor, start an escape sequence, turn the direction of reading, or pass for nothing. A backslash stays as
     * it is, so this can't be undone.
     *
     * <p>A zero-width joiner stays between two emoji, and like the non-joiner between letters of a script that is
     * spelt with it, Persian for one; anywhere else no name can hide its difference from another behind it. A variation
     * selector stays right after a character that can take one, and tags where they make a flag.
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

    /** Visible text if it fits into {@code width} cells, else as much of its start as fits before an ellipsis. */
    public static String cut(String visible, int width) {
        return DisplayWidth.cut(visible, width);
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
        if (codePoint == ZeroWidthJoiners.JOINER || codePoint == ZeroWidthJoiners.NON_JOINER) {
            return codePoint == ZeroWidthJoiners.JOINER && Emoji.joins(text, index)
                    || ZeroWidthJoiners.isSpelling(text, index);
        }
        if (Emoji.isTag(codePoint)) {
            return Emoji.isPartOfFlag(text, index);
        }
        if (VariationSelectors.contains(codePoint)) {
            return index > 0 && VariationSelectors.isBase(Character.codePointBefore(text, index), codePoint);
        }
        return !HiddenCharacters.contains(codePoint);
    }
}
