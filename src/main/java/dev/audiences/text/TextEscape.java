package dev.audiences.text;

import java.util.Map;

/** Decodes the escapes of JSON, JavaScript, URLs, HTML and XML. */
public final class TextEscape {
    /** The result when there is no escape. */
    static final long NONE = -1;

    private static final int MAX_ENTITY = 12;
    private static final int MAX_CHAR = 0xFFFF;
    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("nbsp", ' '),
            Map.entry("lowbar", '_'),
            Map.entry("sol", '/'),
            Map.entry("bsol", '\\'),
            Map.entry("plus", '+'),
            Map.entry("equals", '='),
            Map.entry("period", '.'),
            Map.entry("hellip", '…'),
            Map.entry("mdash", '—'),
            Map.entry("ndash", '–'),
            Map.entry("rsquo", '’'),
            Map.entry("copy", '©'));

    private TextEscape() {}

    /** Decodes the character references of HTML; unknown ones are left unchanged. */
    public static String decodeHtml(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            long escape = html.charAt(i) == '&' ? entity(html, i) : NONE;
            text.append(escape == NONE ? html.charAt(i) : character(escape));
            i += escape == NONE ? 1 : length(escape);
        }
        return text.toString();
    }

    /**
     * Decodes the escape at this index; {@link #character} and {@link #length} read the result, unless {@link #NONE}.
     */
    static long at(String text, int index) {
        return switch (text.charAt(index)) {
            case '\\' -> backslash(text, index);
            case '%' ->
                startsWith(text, index + 1, 'u')
                        ? number(text, index, index + 2, 4, 4)
                        : number(text, index, index + 1, 2, 2);
            case '&' -> entity(text, index);
            default -> NONE;
        };
    }

    static char character(long escape) {
        return (char) (escape >> 32);
    }

    static int length(long escape) {
        return (int) escape;
    }

    private static long escape(int character, int length) {
        // A supplementary character can't be part of a key; it is decoded to one that is not either.
        return (long) (character > MAX_CHAR ? 0xFFFD : character) << 32 | length;
    }

    private static long backslash(String text, int index) {
        if (index + 1 == text.length()) {
            return NONE;
        }
        char next = text.charAt(index + 1);
        return switch (next) {
            case '/', '\\', '"', '\'' -> escape(next, 2);
            case 'n' -> escape('\n', 2);
            case 'r' -> escape('\r', 2);
            case 't' -> escape('\t', 2);
            case 'x' -> number(text, index, index + 2, 2, 2);
            case 'U' -> number(text, index, index + 2, 8, 8);
            case 'u' ->
                startsWith(text, index + 2, '{')
                        ? closed(text, index, number(text, index, index + 3, 1, 6), '}')
                        : number(text, index, index + 2, 4, 4);
            default -> NONE;
        };
    }

    private static long entity(String text, int index) {
        if (!startsWith(text, index + 1, '#')) {
            int end = text.indexOf(';', index);
            Character named = end < 0 || end - index > MAX_ENTITY ? null : ENTITIES.get(text.substring(index + 1, end));
            return named == null ? NONE : escape(named, end + 1 - index);
        }
        boolean hex = startsWith(text, index + 2, 'x') || startsWith(text, index + 2, 'X');
        long number = hex ? number(text, index, index + 3, 1, 8) : decimal(text, index);
        if (number == NONE) {
            return NONE;
        }
        // Browsers accept them without the semicolon too.
        long closed = closed(text, index, number, ';');
        return closed == NONE ? number : closed;
    }

    private static long decimal(String text, int index) {
        int value = 0;
        int end = index + 2;
        while (end < text.length() && end < index + 10 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            value = value * 10 + text.charAt(end) - '0';
            end++;
        }
        return end == index + 2 ? NONE : escape(value, end - index);
    }

    /** Returns the escape with the closing character after it, or NONE when that is missing. */
    private static long closed(String text, int index, long escape, char sign) {
        return escape != NONE && startsWith(text, index + length(escape), sign)
                ? escape(character(escape), length(escape) + 1)
                : NONE;
    }

    private static long number(String text, int index, int from, int min, int max) {
        long value = 0;
        int end = from;
        while (end < text.length() && end < from + max && hexValue(text.charAt(end)) >= 0) {
            value = value << 4 | hexValue(text.charAt(end));
            end++;
        }
        return end - from < min ? NONE : escape((int) Math.min(value, MAX_CHAR + 1), end - index);
    }

    static int hexValue(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean startsWith(String text, int index, char c) {
        return index < text.length() && text.charAt(index) == c;
    }
}
