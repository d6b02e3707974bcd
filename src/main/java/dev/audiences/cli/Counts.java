package dev.audiences.cli;

/** Numbers of things in English. */
final class Counts {
    private Counts() {}

    /** Such as {@code 1 page} or {@code 12,345 audiences}. */
    static String of(long number, String thing) {
        return of(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Such as {@code 12,345}. */
    static String of(long number) {
        StringBuilder digits = new StringBuilder().append(number);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }
}
