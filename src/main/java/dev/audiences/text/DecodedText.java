package dev.audiences.text;

import java.util.BitSet;

/** A text, or the decoded form of one, with the position of each character in the original text. */
final class DecodedText {
    /** The length of the shortest secret, encoded. */
    private static final int MIN_BASE64_RUN = 6;

    private static final int MIN_HEX_RUN = 8;
    private static final char SEPARATOR = 0;

    private final String chars;
    /** The start and end of each character in the original text; null for that text itself. */
    private final int[] starts;

    private final int[] ends;

    DecodedText(String text) {
        this(text, null, null);
    }

    private DecodedText(String chars, int[] starts, int[] ends) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
    }

    String chars() {
        return chars;
    }

    /** Marks the positions in the original text of the characters from {@code from} to {@code to}. */
    void mark(int from, int to, BitSet marked) {
        marked.set(start(from), end(to - 1));
    }

    private int start(int index) {
        return starts == null ? index : starts[index];
    }

    private int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    /** Returns the text with its escapes decoded, or null when it has none. */
    DecodedText withoutEscapes() {
        Builder decoded = new Builder(chars.length());
        int i = 0;
        while (i < chars.length()) {
            long escape = TextEscape.at(chars, i);
            int length = escape == TextEscape.NONE ? 1 : TextEscape.length(escape);
            decoded.append(escape == TextEscape.NONE ? chars.charAt(i) : TextEscape.character(escape), i, i + length);
            i += length;
        }
        return decoded.count == chars.length() ? null : decoded.text();
    }

    /**
     * Decodes the runs of base64 digits, of either alphabet; returns null when there are none that are long enough.
     * Each byte becomes a character.
     *
     * @param skipped the number of digits to skip at the start of each run, for text right before the encoded secret
     */
    DecodedText base64(int skipped) {
        return digits(6, MIN_BASE64_RUN, skipped);
    }

    /** As {@link #base64}, for hexadecimal digits. */
    DecodedText hex(int skipped) {
        return digits(4, MIN_HEX_RUN, skipped);
    }

    private DecodedText digits(int bitsPerDigit, int minRun, int skipped) {
        Builder decoded = null;
        int from = 0;
        while (from < chars.length()) {
            int to = from;
            while (to < chars.length()
                    && (value(chars.charAt(to), bitsPerDigit) >= 0 || isLineBreak(chars.charAt(to)))) {
                to++;
            }
            if (to - from >= minRun) {
                decoded = decoded == null ? new Builder(chars.length()) : decoded;
                run(from, to, bitsPerDigit, skipped, decoded);
            }
            from = to + 1;
        }
        return decoded == null ? null : decoded.text();
    }

    private void run(int from, int to, int bitsPerDigit, int skipped, Builder decoded) {
        int bits = 0;
        int count = 0;
        int first = from;
        int toSkip = skipped;
        for (int i = from; i < to; i++) {
            int value = value(chars.charAt(i), bitsPerDigit);
            if (value < 0 || toSkip-- > 0) {
                continue;
            }
            if (count == 0) {
                first = i;
            }
            bits = bits << bitsPerDigit | value;
            count += bitsPerDigit;
            if (count >= 8) {
                count -= 8;
                decoded.append((char) (bits >> count & 0xFF), first, i + 1);
                first = i;
            }
        }
        decoded.append(SEPARATOR, to - 1, to);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static int value(char c, int bitsPerDigit) {
        return bitsPerDigit == 4 ? TextEscape.hexValue(c) : base64Value(c);
    }

    private static int base64Value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> -1;
        };
    }

    private final class Builder {
        private final StringBuilder text;
        private final int[] starts;
        private final int[] ends;
        private int count;

        Builder(int capacity) {
            this.text = new StringBuilder(capacity);
            this.starts = new int[capacity];
            this.ends = new int[capacity];
        }

        /** Appends the decoded form of the characters from {@code from} to {@code to} of this text. */
        void append(char c, int from, int to) {
            text.append(c);
            starts[count] = start(from);
            ends[count] = end(to - 1);
            count++;
        }

        DecodedText text() {
            return new DecodedText(text.toString(), starts, ends);
        }
    }
}
