package dev.audiences.terminal;

/**
 * The characters that are invisible, or change how the text around them is shown: controls (Cc), format characters
 * (Cf), line and paragraph separators, lone surrogates, private use, noncharacters, and the other characters with the
 * Unicode property Default_Ignorable_Code_Point, such as fillers. Variation selectors are not included, since they
 * belong to the character before.
 *
 * <p>The table is from Unicode 16.0, so that the output is the same on every Java release. Unassigned code points are
 * not included, since new emoji are unassigned in an old table.
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

    /** Returns whether the character is hidden. */
    public static boolean contains(int codePoint) {
        return TABLE.contains(codePoint) || (codePoint & LAST_TWO_OF_EACH_PLANE) == LAST_TWO_OF_EACH_PLANE;
    }

    /** Returns whether the character is hidden or a variation selector, so that it is invisible on its own. */
    public static boolean isInvisible(int codePoint) {
        return contains(codePoint) || VariationSelectors.contains(codePoint);
    }

    /** Returns a hidden character as an escape of JSON and Java, with two escapes for one beyond U+FFFF. */
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
