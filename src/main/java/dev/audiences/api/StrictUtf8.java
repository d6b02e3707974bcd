package dev.audiences.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Refuses what is not UTF-8 (RFC 3629), overlong forms and surrogates too, which the JSON parser lets pass. */
final class StrictUtf8 {
    private StrictUtf8() {}

    static void require(byte[] text) throws JsonBody.Fault {
        if (isAscii(text)) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(text);
        CharBuffer scratch = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(in, scratch, true);
        } while (result.isOverflow());
        if (result.isError()) {
            boolean atEnd = in.remaining() < 4 && in.remaining() == result.length();
            throw new JsonBody.Fault("text that is not UTF-8, at byte " + (in.position() + 1), atEnd);
        }
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
