package dev.audiences.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Text on its way to a stream as UTF-8: one array, used again for every page, and no object for each character. */
final class Utf8Buffer {
    private static final int CAPACITY = 1 << 16;
    private static final int MAX_CHARACTER_BYTES = 4;

    private final OutputStream out;
    private final byte[] bytes = new byte[CAPACITY];
    private int count;

    Utf8Buffer(OutputStream out) {
        this.out = out;
    }

    /** Of each ASCII character, whether it is plain: all are but the given ones. */
    static boolean[] plainExcept(String special) {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, true);
        for (int i = 0; i < special.length(); i++) {
            plain[special.charAt(i)] = false;
        }
        return plain;
    }

    void append(char ascii) throws IOException {
        makeRoom(1);
        bytes[count++] = (byte) ascii;
    }

    void append(char ascii, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            append(ascii);
        }
    }

    /** Appends all of {@code text}; a lone surrogate, which UTF-8 can't hold, becomes U+FFFD. */
    void append(String text) throws IOException {
        int i = 0;
        while (i < text.length()) {
            i = appendAscii(text, i);
            if (i < text.length() && text.charAt(i) >= 0x80) {
                int codePoint = text.codePointAt(i);
                appendCodePoint(codePoint);
                i += Character.charCount(codePoint);
            }
        }
    }

    private int appendAscii(String text, int from) throws IOException {
        makeRoom(1);
        int end = Math.min(text.length(), from + (CAPACITY - count));
        int i = from;
        for (char c; i < end && (c = text.charAt(i)) < 0x80; i++) {
            bytes[count++] = (byte) c;
        }
        return i;
    }

    /**
     * Appends the characters of {@code text} from {@code from} on, as long as they are plain.
     *
     * @param plain of each ASCII character, whether it can be written as it is
     * @return the index of the first character that is not plain, or the length of the text
     */
    int appendPlain(String text, int from, boolean[] plain) throws IOException {
        int length = text.length();
        int i = from;
        while (i < length) {
            makeRoom(1);
            int end = Math.min(length, i + (CAPACITY - count));
            int offset = count - i;
            for (char c; i < end && (c = text.charAt(i)) < plain.length && plain[c]; i++) {
                bytes[offset + i] = (byte) c;
            }
            count = offset + i;
            if (i < end) {
                return i;
            }
        }
        return i;
    }

    /** Appends {@code text} if all of it is plain, as {@link #appendPlain} has it, and otherwise nothing. */
    boolean appendIfPlain(String text, boolean[] plain) throws IOException {
        if (text.length() > CAPACITY) {
            return false;
        }
        makeRoom(text.length());
        int before = count;
        if (appendPlain(text, 0, plain) < text.length()) {
            count = before;
            return false;
        }
        return true;
    }

    void appendCodePoint(int codePoint) throws IOException {
        makeRoom(MAX_CHARACTER_BYTES);
        if (codePoint < 0x80) {
            bytes[count++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[count++] = (byte) (0xC0 | codePoint >> 6);
            appendContinuation(codePoint);
        } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            appendCodePoint(0xFFFD);
        } else if (codePoint < 0x10000) {
            bytes[count++] = (byte) (0xE0 | codePoint >> 12);
            appendContinuation(codePoint >> 6);
            appendContinuation(codePoint);
        } else {
            bytes[count++] = (byte) (0xF0 | codePoint >> 18);
            appendContinuation(codePoint >> 12);
            appendContinuation(codePoint >> 6);
            appendContinuation(codePoint);
        }
    }

    private void appendContinuation(int bits) {
        bytes[count++] = (byte) (0x80 | bits & 0x3F);
    }

    /** Sends everything on, down to what the stream itself holds back. */
    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void makeRoom(int wanted) throws IOException {
        if (CAPACITY - count < wanted) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(bytes, 0, count);
        count = 0;
    }
}
