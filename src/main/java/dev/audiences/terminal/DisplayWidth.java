package dev.audiences.terminal;

/**
 * The width of a text in cells of a terminal: two for wide characters and emoji, zero for combining marks.
 *
 * <p>Implements the rules for grapheme clusters (UAX #29) that terminals implement: marks, Hangul, flags and emoji
 * sequences.
 */
public final class DisplayWidth {
    private static final char ELLIPSIS = '\u2026';

    /**
     * East_Asian_Width W and F: the ranges of the npm package get-east-asian-width 1.7.0, taken from Unicode's
     * EastAsianWidth.txt, of Unicode 16.0 and later.
     */
    private static final class Wide {
        static final CodePointRanges TABLE = new CodePointRanges(
                0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD,
                0x25FE, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F, 0x2693, 0x2693,
                0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA,
                0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
                0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0,
                0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x2E99, 0x2E9B, 0x2EF3,
                0x2F00, 0x2FD5, 0x2FF0, 0x303E, 0x3041, 0x3096, 0x3099, 0x30FF, 0x3105, 0x312F, 0x3131, 0x318E, 0x3190,
                0x31E5, 0x31EF, 0x321E, 0x3220, 0x3247, 0x3250, 0xA48C, 0xA490, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
                0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE52, 0xFE54, 0xFE66, 0xFE68, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0,
                0xFFE6, 0x16FE0, 0x16FE4, 0x16FF0, 0x16FF6, 0x17000, 0x18CDA, 0x18CFF, 0x18D20, 0x18D80, 0x18DF2,
                0x18E00, 0x19191, 0x191A0, 0x191D2, 0x1AFF0, 0x1AFF3, 0x1AFF5, 0x1AFFB, 0x1AFFD, 0x1AFFE, 0x1B000,
                0x1B128, 0x1B132, 0x1B132, 0x1B150, 0x1B152, 0x1B155, 0x1B155, 0x1B164, 0x1B168, 0x1B170, 0x1B2FB,
                0x1D300, 0x1D356, 0x1D360, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191,
                0x1F19A, 0x1F1AE, 0x1F1AE, 0x1F200, 0x1F202, 0x1F210, 0x1F23B, 0x1F240, 0x1F248, 0x1F250, 0x1F251,
                0x1F260, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0,
                0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440,
                0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595,
                0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2,
                0x1F6D5, 0x1F6D9, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7DA, 0x1F7DA, 0x1F7E0,
                0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FA7C,
                0x1FA80, 0x1FAC6, 0x1FAC8, 0x1FAC8, 0x1FACC, 0x1FADD, 0x1FADF, 0x1FAEB, 0x1FAEF, 0x1FAFA, 0x20000,
                0x2FFFD, 0x30000, 0x3FFFD);
    }

    private DisplayWidth() {}

    /** Returns the width of the text in cells. */
    public static int of(String text) {
        int ascii = leadingAscii(text);
        if (ascii == text.length()) {
            return ascii;
        }
        // The last ASCII character may be the base of what follows.
        int start = Math.max(0, ascii - 1);
        int width = start;
        while (start < text.length()) {
            int end = clusterEnd(text, start);
            width += clusterWidth(text, start, end);
            start = end;
        }
        return width;
    }

    /** Returns {@code text} if it fits into {@code width} cells, and otherwise its start and an ellipsis. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        if (width <= 0) {
            return "";
        }
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = clusterEnd(text, end);
            used += clusterWidth(text, end, next);
            if (used > width - 1) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int leadingAscii(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) < 0x7F) {
            i++;
        }
        return i;
    }

    private static int clusterEnd(String text, int start) {
        int base = text.codePointAt(start);
        int end = start + Character.charCount(base);
        int last = base;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            boolean flag = last == base
                    && end - start == 2
                    && Emoji.isRegionalIndicator(base)
                    && Emoji.isRegionalIndicator(next);
            boolean joined = last == ZeroWidthJoiners.JOINER && Emoji.joins(text, end - 1);
            if (!flag && !joined && !extendsCluster(next) && !joinsHangul(last, next)) {
                return end;
            }
            end += Character.charCount(next);
            last = next;
        }
        return end;
    }

    private static int clusterWidth(String text, int start, int end) {
        int base = text.codePointAt(start);
        int width = widthOf(base);
        boolean emoji = Emoji.isPictographic(base);
        int codePoint;
        for (int i = start + Character.charCount(base); i < end; i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            boolean partOfEmoji = emoji && (Emoji.isSkinTone(codePoint) || Emoji.isPictographic(codePoint));
            boolean emojiForm = codePoint == VariationSelectors.EMOJI && Emoji.hasEmojiForm(base);
            if (partOfEmoji || emojiForm) {
                width = Math.max(width, 2);
            } else {
                width += widthOf(codePoint);
            }
        }
        return width;
    }

    private static boolean extendsCluster(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default ->
                codePoint == ZeroWidthJoiners.JOINER
                        || codePoint == ZeroWidthJoiners.NON_JOINER
                        || Emoji.isSkinTone(codePoint)
                        || Emoji.isTag(codePoint)
                        || isSpacingVowel(codePoint);
        };
    }

    /** Returns whether this is the Thai or Lao vowel AM, which UAX #29 treats as a mark. */
    private static boolean isSpacingVowel(int codePoint) {
        return codePoint == 0x0E33 || codePoint == 0x0EB3;
    }

    /** Not for vowels and tails: their width is zero, so that they are never cut off. */
    private static boolean joinsHangul(int last, int next) {
        return isHangulLead(last) && (isHangulLead(next) || next >= 0xAC00 && next <= 0xD7A3);
    }

    private static boolean isHangulLead(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F || codePoint >= 0xA960 && codePoint <= 0xA97C;
    }

    private static boolean isHangulVowelOrTail(int codePoint) {
        return codePoint >= 0x1160 && codePoint <= 0x11FF || codePoint >= 0xD7B0 && codePoint <= 0xD7FB;
    }

    private static int widthOf(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < 0x20 || codePoint >= 0x7F && codePoint < 0xA0 ? 0 : 1;
        }
        if (isHangulVowelOrTail(codePoint)) {
            return 0;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Wide.TABLE.contains(codePoint) ? 2 : 1;
        };
    }
}
