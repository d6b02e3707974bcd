package dev.audiences.output;

/**
 * Text for the cell of a workbook. Characters that XML 1.0 can't hold are written as Excel writes them, {@code _x0000_}
 * with their UTF-16 code in hexadecimal digits, and so is the underscore of text that looks like such an escape.
 */
final class XlsxText {
    /** The greatest length of a cell in Excel, in UTF-16 units. */
    static final int MAX_LENGTH = 32_767;

    private static final String ESCAPED_UNDERSCORE = "_x005F_";
    private static final int ESCAPE_LENGTH = "_x0000_".length();
    private static final String HEX = "0123456789ABCDEF";

    private XlsxText() {}

    /** Returns the text, or its beginning when a cell can't hold all of it; no character is cut in two. */
    static String fitted(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        boolean inPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                && Character.isLowSurrogate(text.charAt(MAX_LENGTH));
        return text.substring(0, inPair ? MAX_LENGTH - 1 : MAX_LENGTH);
    }

    static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' || c < ' ' || c >= Character.MIN_SURROGATE) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int start) {
        StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isNotXml(text, i)) {
                result.append("_x");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    result.append(HEX.charAt(c >> shift & 0xF));
                }
                result.append('_');
            } else if (c == '_' && looksEscaped(text, i)) {
                result.append(ESCAPED_UNDERSCORE);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Whether XML 1.0 has no way to write this UTF-16 unit: a control character, a lone surrogate, U+FFFE, U+FFFF. */
    private static boolean isNotXml(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c >= 0xFFFE;
    }

    /** Whether the underscore begins what a reader would take for an escape; the escape of what follows ends one too. */
    private static boolean looksEscaped(String text, int index) {
        int last = index + ESCAPE_LENGTH - 1;
        if (last >= text.length() || text.charAt(index + 1) != 'x') {
            return false;
        }
        for (int i = index + 2; i < last; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.charAt(last) == '_' || isNotXml(text, last);
    }
}
