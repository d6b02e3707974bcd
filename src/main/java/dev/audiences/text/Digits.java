package dev.audiences.text;

/** Numbers as people read them. */
public final class Digits {
    private Digits() {}

    /** Such as {@code 12,345}; a number that is not whole stays as it is. */
    public static String grouped(String number) {
        int start = number.startsWith("-") ? 1 : 0;
        for (int i = start; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return number;
            }
        }
        StringBuilder grouped = new StringBuilder(number);
        for (int i = number.length() - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
