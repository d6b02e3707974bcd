package dev.audiences.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what is not UTF-8 (RFC 3629): overlong forms and surrogates, which the JSON parser lets pass, and JSON in
 * UTF-16 or UTF-32, which the parser would recognise and read.
 */
final class StrictUtf8 {
    private StrictUtf8() {}

    /** A character that the end of the text cuts is left to the parser, which knows whether the JSON was complete. */
    static void require(byte[] text) throws StrictJsonReader.InvalidJson {
        if (isWide(text)) {
            throw new StrictJsonReader.InvalidJson("text in UTF-16 or UTF-32, and JSON is UTF-8", false);
        }
        if (isAscii(text)) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(text);
        CharBuffer scratch = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(in, scratch, false);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new StrictJsonReader.InvalidJson("text that is not UTF-8, at byte " + (in.position() + 1), false);
        }
    }

    /**
     * By the zero bytes that the first characters of JSON, all ASCII, have in these encodings (RFC 4627, section 3).
     */
    private static boolean isWide(byte[] text) {
        for (int i = 0; i < Math.min(4, text.length); i++) {
            if (text[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
