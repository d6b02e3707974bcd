package dev.audiences.terminal;

/** Makes untrusted text safe to print on a terminal. */
public final class TerminalText {
    private TerminalText() {}

    /**
     * Escapes the hidden characters of {@code text}: {@code \n}, {@code \r}, {@code \t}, and {@code \}{@code u} with
     * four hexadecimal digits for any other, twice for one beyond U+FFFF. The result can't move the cursor, start an
     * escape sequence, change the direction of text, or be invisible. Backslashes are not escaped, so the escapes are
     * ambiguous.
     *
     * <p>A zero-width joiner is kept between two emoji, and joiner and non-joiner between letters of a script whose
     * spelling needs them, such as Persian; anywhere else they would make two different names look alike. A variation
     * selector is kept after a character that it applies to, and tags are kept in a flag.
     *
     * @return the same text when it has no hidden characters
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

    /** Returns {@code visible} if it fits into {@code width} cells, and otherwise its start and an ellipsis. */
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
