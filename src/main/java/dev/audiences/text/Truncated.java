package dev.audiences.text;

/**
 * The beginning of a text from a server that is only to be shown: nobody reads a megabyte in a message. Secrets are
 * masked first, so that the cut leaves no piece of one.
 */
public final class Truncated {
    /** For prose, in characters. */
    public static final int MAX_PROSE = 1000;
    /** For names such as codes and trace ids, in characters. */
    public static final int MAX_NAME = 100;
    /** For what stands within a sentence, such as an address, in characters. */
    public static final int MAX_PHRASE = 300;

    private Truncated() {}

    /** The text, masked and cut where it is longer than {@code max} characters; null stays null. */
    public static String of(String text, int max, SecretMask mask) {
        if (text == null || text.length() <= max) {
            return text;
        }
        String masked = mask.mask(text);
        if (masked.length() <= max) {
            return masked;
        }
        boolean splitsPair = Character.isHighSurrogate(masked.charAt(max - 1));
        return masked.substring(0, splitsPair ? max - 1 : max) + "…";
    }
}
