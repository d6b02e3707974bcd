package dev.audiences.api;

/** The beginning of a text from a server that is only to be shown: nobody reads a megabyte in a message. */
final class Excerpt {
    /** For prose, in characters. */
    static final int MAX_PROSE = 1000;
    /** For names such as codes and trace ids, in characters. */
    static final int MAX_NAME = 100;

    private Excerpt() {}

    /** The text, cut where it is longer than {@code max} characters; null stays null. */
    static String of(String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(max - 1));
        return text.substring(0, splitsPair ? max - 1 : max) + "…";
    }
}
