package dev.audiences.text;

/** Counts as English text. */
public final class Counts {
    private Counts() {}

    /** Returns the number and the noun, such as {@code 1 page} or {@code 12,345 audiences}. */
    public static String of(long number, String thing) {
        return of(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns the number with its digits grouped, such as {@code 12,345}. */
    public static String of(long number) {
        return Digits.grouped(Long.toString(number));
    }
}
