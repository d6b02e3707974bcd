package dev.audiences.config;

import java.nio.charset.StandardCharsets;

/** Decodes what holds an API key: a file, what a program printed, or stdin. */
public final class KeyText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private KeyText() {}

    /**
     * The text without a byte order mark.
     *
     * @param source as told to users
     * @throws ConfigException when it is UTF-16, as some Windows programs write it
     */
    public static String decode(byte[] bytes, String source) throws ConfigException {
        if (isUtf16(bytes)) {
            throw ConfigException.in(
                    "the API key is written in UTF-16",
                    source,
                    "save it as UTF-8, in PowerShell with  -Encoding ascii");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** By its byte order mark, or by the half of the bytes that are zero for ASCII letters. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE || bytes[0] == 0 != (bytes[1] == 0);
    }
}
