package dev.audiences.text;

import java.util.BitSet;

/** A text, or what is encoded in one, with the place that each character has in the text it was decoded from. */
final class DecodedText {
    /** As many digits as the shortest secret takes at the least. */
    private static final int MIN_BASE64_RUN = 6;

    private static final int MIN_HEX_RUN = 8;
    private static final char SEPARATOR = 0;

    private final String chars;
    /** Of each character, where it starts and ends in the original text; null for that text itself. */
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

    /** Marks where the characters from {@code from} to {@code to} stand in the original text. */
    void mark(int from, int to, BitSet marked) {
        marked.set(start(from), end(to - 1));
    }

    private int start(int index) {
        return starts == null ? index : starts[index];
    }

    private int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    /** The text with its escapes decoded, or null when it holds none. */
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
     * What the runs of base64 digits, of either alphabet, stand for; null when there are none of some length. The bytes
     * are given as characters.
     *
     * @param skipped the digits at the beginning of each run that are left out, for what stands right before the code
     */
    DecodedText base64(int skipped) {
        return digits(6, MIN_BASE64_RUN, skipped);
    }

    /** The same of hexadecimal digits. */
    DecodedText hex(int skipped) {
        return digits(4, MIN_HEX_RUN, skipped);
    }

    private DecodedText digits(int bitsEach, int minRun, int skipped) {
        Builder decoded = null;
        int from = 0;
        while (from < chars.length()) {
            int to = from;
            while (to < chars.length() && (value(chars.charAt(to), bitsEach) >= 0 || isLineBreak(chars.charAt(to)))) {
                to++;
            }
            if (to - from >= minRun) {
                decoded = decoded == null ? new Builder(chars.length()) : decoded;
                run(from, to, bitsEach, skipped, decoded);
            }
            from = to + 1;
        }
        return decoded == null ? null : decoded.text();
    }

    private void run(int from, int to, int bitsEach, int skipped, Builder decoded) {
        int bits = 0;
        int count = 0;
        int first = from;
        int left = skipped;
        for (int i = from; i < to; i++) {
            int value = value(chars.charAt(i), bitsEach);
            if (value < 0 || left-- > 0) {
                continue;
            }
            if (count == 0) {
                first = i;
            }
            bits = bits << bitsEach | value;
            count += bitsEach;
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

    private static int value(char c, int bitsEach) {
        return bitsEach == 4 ? Character.digit(c < 0x80 ? c : ' ', 16) : base64Value(c);
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

        /** Appends what the characters from {@code from} to {@code to} of this text stand for. */
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
