package dev.audiences.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Buffers text and writes it to a stream as UTF-8. */
final class Utf8Buffer {
    /** In characters; a full buffer is written before the page is complete. */
    private static final int CAPACITY = 1 << 16;

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    Utf8Buffer(OutputStream out) {
        this.out = out;
    }

    /** Returns whether each ASCII character is plain: all except the given ones. */
    static boolean[] plainExcept(String special) {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, true);
        special.chars().forEach(c -> plain[c] = false);
        return plain;
    }

    /** As {@link #plainExcept}, with control characters not plain either. */
    static boolean[] printableExcept(String special) {
        boolean[] plain = plainExcept(special);
        Arrays.fill(plain, 0, ' ', false);
        plain[0x7F] = false;
        return plain;
    }

    void append(char ascii) throws IOException {
        text.append(ascii);
        drainIfFull();
    }

    void append(char ascii, int times) throws IOException {
        append(String.valueOf(ascii).repeat(times));
    }

    /** Appends text without lone surrogates. */
    void append(String more) throws IOException {
        text.append(more);
        drainIfFull();
    }

    /** Appends a character; a lone surrogate, which UTF-8 can't encode, becomes U+FFFD. */
    void appendCodePoint(int codePoint) throws IOException {
        boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        text.appendCodePoint(lone ? REPLACEMENT_CHARACTER : codePoint);
        drainIfFull();
    }

    /**
     * Appends the characters of {@code more} from {@code from} up to the first one that is not plain.
     *
     * @param plain whether each ASCII character is written unchanged
     * @return the index of the first character that is not plain, or the length of the text
     */
    int appendPlain(String more, int from, boolean[] plain) throws IOException {
        int end = endOfPlain(more, from, plain);
        append(more.substring(from, end));
        return end;
    }

    /** Appends {@code more} if all its characters are plain, and otherwise nothing; returns whether it did. */
    boolean appendIfPlain(String more, boolean[] plain) throws IOException {
        if (endOfPlain(more, 0, plain) < more.length()) {
            return false;
        }
        append(more);
        return true;
    }

    private static int endOfPlain(String text, int from, boolean[] plain) {
        int length = text.length();
        int i = from;
        for (char c; i < length && (c = text.charAt(i)) < plain.length && plain[c]; i++) {}
        return i;
    }

    /** Writes the buffered text and flushes the stream. */
    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void drainIfFull() throws IOException {
        if (text.length() >= CAPACITY) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
