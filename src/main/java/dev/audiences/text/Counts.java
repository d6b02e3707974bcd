package dev.audiences.text;

/** Numbers of things in English. */
public final class Counts {
    private Counts() {}

    /** Such as {@code 1 page} or {@code 12,345 audiences}. */
    public static String of(long number, String thing) {
        return of(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Such as {@code 12,345}. */
    public static String of(long number) {
        return Digits.grouped(Long.toString(number));
    }
}
