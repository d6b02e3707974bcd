package dev.audiences.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The zero-width joiner and non-joiner: part of the spelling in some scripts, and hidden text in any other. */
final class ZeroWidthJoiners {
    static final int NON_JOINER = 0x200C;
    static final int JOINER = 0x200D;

    /**
     * Arabic, where they choose the forms of letters, and the scripts of India, where they choose those of conjuncts.
     */
    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA);

    private ZeroWidthJoiners() {}

    /**
     * Returns whether the character at {@code index} is between two letters or marks of the same one of these scripts.
     */
    static boolean isSpelling(CharSequence text, int index) {
        int next = index + 1;
        if (next == text.length()) {
            return false;
        }
        int after = Character.codePointAt(text, next);
        UnicodeScript script = UnicodeScript.of(after);
        return SCRIPTS.contains(script) && isLetterOrMark(after) && scriptBefore(text, index) == script;
    }

    /**
     * Returns the script of the letter or mark before {@code index}, skipping marks that many scripts share; or null.
     */
    private static UnicodeScript scriptBefore(CharSequence text, int index) {
        int before = index;
        while (before > 0) {
            int codePoint = Character.codePointBefore(text, before);
            if (!isLetterOrMark(codePoint)) {
                return null;
            }
            UnicodeScript script = UnicodeScript.of(codePoint);
            if (script != UnicodeScript.INHERITED) {
                return script;
            }
            before -= Character.charCount(codePoint);
        }
        return null;
    }

    private static boolean isLetterOrMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                !HiddenCharacters.isInvisible(codePoint);
            default -> Character.isLetter(codePoint);
        };
    }
}
