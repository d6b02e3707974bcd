package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8BufferTest {
    private static final int CAPACITY = 1 << 16;

    @Test
    void encodesTextLongerThanTheBuffer() throws IOException {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, true);
        for (int before = CAPACITY - 12; before < CAPACITY + 2; before++) {
            String text = "x".repeat(before) + "aé漢😀b";
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            Utf8Buffer buffer = new Utf8Buffer(whole);
            buffer.append(text);
            buffer.append('c');
            assertEquals(before, buffer.appendPlain(text, 0, plain) - 1);
            buffer.append("");
            buffer.flush();

            String expected = text + "c" + "x".repeat(before) + "a";
            assertArrayEquals(expected.getBytes(StandardCharsets.UTF_8), whole.toByteArray());
        }
    }

    @Test
    void appendsPlainTextCompletelyOrNotAtAll() throws IOException {
        boolean[] plain = new boolean[0x80];
        plain['x'] = true;
        for (int length = CAPACITY - 2; length <= CAPACITY + 1; length++) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            Utf8Buffer buffer = new Utf8Buffer(whole);
            buffer.append("12");
            String text = "x".repeat(length);
            assertTrue(buffer.appendIfPlain(text, plain));
            for (String other : new String[] {"xa", "x\u0080", "é"}) {
                assertFalse(buffer.appendIfPlain(other, plain));
            }
            assertTrue(buffer.appendIfPlain("x", plain));
            buffer.flush();

            String expected = "12" + text + "x";
            assertEquals(expected, whole.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void encodesEveryCharacter() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (Character.getType(codePoint) != Character.SURROGATE) {
                all.appendCodePoint(codePoint);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Utf8Buffer buffer = new Utf8Buffer(out);
        buffer.append(all.toString());
        buffer.flush();

        assertArrayEquals(all.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());

        out.reset();
        for (int i = 0; i < all.length(); i += Character.charCount(all.codePointAt(i))) {
            buffer.appendCodePoint(all.codePointAt(i));
        }
        buffer.flush();
        assertArrayEquals(all.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());
    }

    @Test
    void throwsWhatTheStreamThrows() {
        Utf8Buffer buffer = new Utf8Buffer(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        });

        assertThrows(IOException.class, () -> buffer.append("x".repeat(CAPACITY + 1)));
    }
}
