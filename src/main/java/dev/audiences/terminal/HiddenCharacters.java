package dev.audiences.terminal;

/**
 * The characters that have no visible form of their own, or act on what stands around them: controls (Cc), format
 * characters (Cf), line and paragraph separators, surrogates that stand alone, private use, noncharacters, and the
 * other characters that Unicode calls Default_Ignorable_Code_Point (fillers, for one). Variation selectors are left
 * out, for they belong to the character before.
 *
 * <p>A table of our own, after Unicode 16.0, so that every Java release gives the same bytes. An unassigned code point
 * is not hidden: to an old table every new emoji is one.
 */
public final class HiddenCharacters {
    private static final CodePointRanges TABLE = new CodePointRanges(
            0x0000, 0x001F, 0x007F, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD,
            0x06DD, 0x070F, 0x070F, 0x0890, 0x0891, 0x08E2, 0x08E2, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x180E,
            0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xD800, 0xF8FF, 0xFDD0, 0xFDEF, 0xFEFF,
            0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430,
            0x1343F, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE00FF, 0xE01F0, 0x10FFFF);
    private static final String HEX = "0123456789abcdef";
    private static final int LAST_TWO_OF_EACH_PLANE = 0xFFFE;

    private HiddenCharacters() {}

    public static boolean contains(int codePoint) {
        return TABLE.contains(codePoint) || (codePoint & LAST_TWO_OF_EACH_PLANE) == LAST_TWO_OF_EACH_PLANE;
    }

    /** A hidden character as JSON and Java spell it, with two escapes for one beyond U+FFFF. */
    public static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder escape = new StringBuilder(12);
                for (char unit : Character.toChars(codePoint)) {
                    escape.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        escape.append(HEX.charAt(unit >> shift & 0xF));
                    }
                }
                yield escape.toString();
            }
        };
    }
}
