package dev.audiences.output;

import dev.audiences.terminal.HiddenCharacters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text that a spreadsheet takes for something else when it opens CSV, in quotes or not: a formula (OWASP, CSV
 * Injection), a number, a date, a time or a boolean. Tried with LibreOffice 7.4, whose import drops NUL and blanks.
 */
final class SpreadsheetText {
    private static final String FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final String NUMBER_SIGNS = ".,/:'()%-\u2019\u2013\u2212";
    /** The words that may stand in a number, a date or a time: of exponents, ISO 8601, days, months and half days. */
    private static final Set<String> WORDS = Set.of(
            "e",
            "t",
            "a",
            "p",
            "am",
            "pm",
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private static final int LONGEST_WORD = "september".length();

    private SpreadsheetText() {}

    static boolean isTakenForAnother(String text) {
        return startsFormula(text) || isNumberOrDate(text) || isBoolean(text);
    }

    /** Whether the first visible character begins a formula. */
    private static boolean startsFormula(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (!isInvisible(codePoint)) {
                return FORMULA_SIGNS.indexOf(codePoint) >= 0;
            }
        }
        return false;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || HiddenCharacters.isInvisible(codePoint);
    }

    /** Whether it has digits, and otherwise nothing but what some locale writes in a number or a date. */
    private static boolean isNumberOrDate(String text) {
        boolean digits = false;
        StringBuilder word = new StringBuilder();
        Set<String> words = new HashSet<>();
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint) && word.length() < LONGEST_WORD) {
                word.appendCodePoint(codePoint);
                continue;
            }
            boolean digit = Character.isDigit(codePoint);
            if (!digit && !isInNumber(codePoint) && !isSignOfExponent(text, i) || !isNext(word, words)) {
                return false;
            }
            digits |= digit;
            word.setLength(0);
        }
        return digits && isNext(word, words);
    }

    /** Whether these letters, if any, are a word of a number or a date that is not among the words before. */
    private static boolean isNext(StringBuilder letters, Set<String> before) {
        String word = letters.toString().toLowerCase(Locale.ROOT);
        return word.isEmpty() || WORDS.contains(word) && before.add(word);
    }

    private static boolean isInNumber(int codePoint) {
        return NUMBER_SIGNS.indexOf(codePoint) >= 0
                || isInvisible(codePoint)
                || Character.getType(codePoint) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isSignOfExponent(String text, int index) {
        return text.charAt(index) == '+' && index > 0 && Character.toLowerCase(text.charAt(index - 1)) == 'e';
    }

    private static boolean isBoolean(String text) {
        String word = text.strip();
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }
}
