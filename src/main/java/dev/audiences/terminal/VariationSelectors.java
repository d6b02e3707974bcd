package dev.audiences.terminal;

/** Invisible characters that choose the form of the character before: text or emoji, or one glyph of an ideograph. */
final class VariationSelectors {
    static final int EMOJI = 0xFE0F;

    private static final int TEXT = 0xFE0E;

    private VariationSelectors() {}

    static boolean contains(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || (codePoint >= 0x180B && codePoint <= 0x180F && codePoint != 0x180E);
    }

    /** Returns whether {@code selector} has a meaning after {@code base}; otherwise it would be hidden text. */
    static boolean isBase(int base, int selector) {
        if (selector == EMOJI || selector == TEXT) {
            return Emoji.hasEmojiForm(base);
        }
        if (selector <= 0x180F) {
            return Character.UnicodeScript.of(base) == Character.UnicodeScript.MONGOLIAN
                    && !HiddenCharacters.contains(base);
        }
        return Character.isLetter(base) && !HiddenCharacters.contains(base) || isMathSymbol(base);
    }

    private static boolean isMathSymbol(int base) {
        return base >= 0x2190 && base < 0x2B00;
    }
}
