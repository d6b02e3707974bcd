package dev.audiences.text;

/**
 * Truncates text from a server for messages. Secrets are masked first, so that no piece of one is left at the end.
 */
public final class Truncated {
    /** The maximum length of prose, in characters. */
    public static final int MAX_PROSE = 1000;
    /** The maximum length of names such as codes and trace ids, in characters. */
    public static final int MAX_NAME = 100;
    /** The maximum length of a part of a sentence, such as a URL, in characters. */
    public static final int MAX_PHRASE = 300;

    private Truncated() {}

    /**
     * A name such as a code or a trace id, masked and cut. What no name holds is escaped as in JSON, so that a message
     * that is pasted as a whole runs nothing; null stays null.
     */
    public static String name(String text, SecretMask mask) {
        if (text == null) {
            return null;
        }
        String masked = mask.mask(text);
        // The asterisks are the mask's own.
        String[] parts =
                masked.substring(0, Math.min(masked.length(), MAX_NAME)).split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = PastableCommand.spelledOut(parts[i]);
        }
        return String.join("*", parts) + (masked.length() > MAX_NAME ? "…" : "");
    }

    /** Returns the text, masked and truncated when it is longer than {@code max} characters; null for null. */
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
