package dev.audiences.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text in a form in which letters that differ in case only are the same. */
public final class FoldedText {
    private FoldedText() {}

    /**
     * Folds case by Unicode, not by locale: an I finds an i in Turkish too. Composed and decomposed letters are the
     * same, both forms of a sigma, and the Turkish I with a dot, whose small letter is an i and a dot in Unicode.
     */
    public static String of(String text) {
        String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        boolean ascii = folded.chars().allMatch(c -> c < 0x80);
        return ascii
                ? folded
                : Normalizer.normalize(folded, Normalizer.Form.NFC)
                        .replace('ς', 'σ')
                        .replace("i\u0307", "i");
    }
}
