package dev.audiences.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text on its way to a stream as UTF-8, gathered to be written at once. */
final class Utf8Buffer {
    /** In characters; beyond it the text is written without waiting for the rest of the page. */
    private static final int CAPACITY = 1 << 16;

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    Utf8Buffer(OutputStream out) {
        this.out = out;
    }

    /** Of each ASCII character, whether it is plain: all are but the given ones. */
    static boolean[] plainExcept(String special) {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, true);
        special.chars().forEach(c -> plain[c] = false);
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

    /** Appends a character; a lone surrogate, which UTF-8 can't hold, becomes U+FFFD. */
    void appendCodePoint(int codePoint) throws IOException {
        boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        text.appendCodePoint(lone ? REPLACEMENT_CHARACTER : codePoint);
        drainIfFull();
    }

    /**
     * Appends the characters of {@code more} from {@code from} on, as long as they are plain.
     *
     * @param plain of each ASCII character, whether it can be written as it is
     * @return the index of the first character that is not plain, or the length of the text
     */
    int appendPlain(String more, int from, boolean[] plain) throws IOException {
        int end = endOfPlain(more, from, plain);
        append(more.substring(from, end));
        return end;
    }

    /** Appends {@code more} if all of it is plain, as {@link #appendPlain} has it, and otherwise nothing. */
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

    /** Sends everything on, down to what the stream itself holds back. */
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
