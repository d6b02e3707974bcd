package dev.audiences.text;

/** ASCII digits. */
public final class Digits {
    private Digits() {}

    /** Groups the digits of an integer, such as {@code 12,345}; returns any other text unchanged. */
    public static String grouped(String number) {
        int start = number.startsWith("-") ? 1 : 0;
        if (!isAllDigits(number.substring(start))) {
            return number;
        }
        StringBuilder grouped = new StringBuilder(number);
        for (int i = number.length() - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /** Returns whether the text is one or more digits and nothing else. */
    public static boolean isAllDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
