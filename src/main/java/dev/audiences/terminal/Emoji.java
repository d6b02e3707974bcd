package dev.audiences.terminal;

import java.util.List;

/** The rules of Unicode for emoji (UTS #51) that are needed to keep a sequence together and to know its width. */
final class Emoji {
    /** Extended_Pictographic of Unicode 16.0, as Java 25 lists it. */
    private static final CodePointRanges PICTOGRAPHIC = new CodePointRanges(
            0xA9, 0xA9, 0xAE, 0xAE, 0x203C, 0x203C, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139, 0x2194, 0x2199,
            0x21A9, 0x21AA, 0x231A, 0x231B, 0x2328, 0x2328, 0x2388, 0x2388, 0x23CF, 0x23CF, 0x23E9, 0x23F3, 0x23F8,
            0x23FA, 0x24C2, 0x24C2, 0x25AA, 0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0, 0x25FB, 0x25FE, 0x2600, 0x2605,
            0x2607, 0x2612, 0x2614, 0x2685, 0x2690, 0x2705, 0x2708, 0x2712, 0x2714, 0x2714, 0x2716, 0x2716, 0x271D,
            0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747, 0x274C, 0x274C,
            0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2763, 0x2767, 0x2795, 0x2797, 0x27A1, 0x27A1, 0x27B0,
            0x27B0, 0x27BF, 0x27BF, 0x2934, 0x2935, 0x2B05, 0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
            0x3030, 0x3030, 0x303D, 0x303D, 0x3297, 0x3297, 0x3299, 0x3299, 0x1F000, 0x1F0FF, 0x1F10D, 0x1F10F, 0x1F12F,
            0x1F12F, 0x1F16C, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1AD, 0x1F1E5, 0x1F201,
            0x1F20F, 0x1F21A, 0x1F21A, 0x1F22F, 0x1F22F, 0x1F232, 0x1F23A, 0x1F23C, 0x1F23F, 0x1F249, 0x1F3FA, 0x1F400,
            0x1F53D, 0x1F546, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F774, 0x1F77F, 0x1F7D5, 0x1F7FF, 0x1F80C, 0x1F80F, 0x1F848,
            0x1F84F, 0x1F85A, 0x1F85F, 0x1F888, 0x1F88F, 0x1F8AE, 0x1F8FF, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947,
            0x1FAFF, 0x1FC00, 0x1FFFD);

    /** The flags of England, Scotland and Wales: the only tag sequences recommended for general interchange. */
    private static final List<String> TAG_FLAGS = List.of(flag("gbeng"), flag("gbsct"), flag("gbwls"));

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAGS = 0xE0000;
    private static final int CANCEL_TAG = 0xE007F;

    private Emoji() {}

    private static String flag(String region) {
        StringBuilder flag = new StringBuilder().appendCodePoint(BLACK_FLAG);
        region.chars().forEach(letter -> flag.appendCodePoint(TAGS + letter));
        return flag.appendCodePoint(CANCEL_TAG).toString();
    }

    static boolean isPictographic(int codePoint) {
        return codePoint >= 0xA9 && PICTOGRAPHIC.contains(codePoint);
    }

    /** Returns whether the emoji variation selector applies to {@code base}: a pictograph, or the base of a keycap. */
    static boolean hasEmojiForm(int base) {
        return base >= '0' && base <= '9' || base == '#' || base == '*' || isPictographic(base);
    }

    static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    /** Returns whether the character is a regional indicator; two of them make a flag. */
    static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    static boolean isTag(int codePoint) {
        return codePoint >= TAGS + 0x20 && codePoint <= CANCEL_TAG;
    }

    /** Returns whether the tag at {@code index} is part of the flag of a region. */
    static boolean isPartOfFlag(CharSequence text, int index) {
        for (String flag : TAG_FLAGS) {
            int last = flag.length() - Character.charCount(CANCEL_TAG);
            for (int within = Character.charCount(BLACK_FLAG); within <= last; within += 2) {
                int start = index - within;
                int end = start + flag.length();
                if (start >= 0 && end <= text.length() && flag.contentEquals(text.subSequence(start, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the joiner at {@code index} is between two emoji. */
    static boolean joins(CharSequence text, int index) {
        int next = index + 1;
        if (next == text.length() || !isPictographic(Character.codePointAt(text, next))) {
            return false;
        }
        int before = index;
        while (before > 0) {
            int codePoint = Character.codePointBefore(text, before);
            if (codePoint != VariationSelectors.EMOJI && !isSkinTone(codePoint)) {
                return isPictographic(codePoint);
            }
            before -= Character.charCount(codePoint);
        }
        return false;
    }
}
