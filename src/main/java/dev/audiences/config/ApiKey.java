package dev.audiences.config;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The API key. It can't be printed by accident: {@link #toString} masks it. */
public final class ApiKey {
    /** The size of the largest key; a source that has more than this is not read to its end. */
    public static final int MAX_BYTES = 64 << 10;

    private static final Pattern NAMED = Pattern.compile("(export +)?(audiences_)?api_?key *[=:]");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int SHOWN = 4;
    private static final int MIN_LENGTH_SHOWN = 12;

    private final String value;
    private final String source;

    private ApiKey(String value, String source) {
        this.value = value;
        this.source = source;
    }

    /**
     * @param raw the key, with at most one line break at its end
     * @throws ConfigException when it could not be sent in a header field as it is
     */
    public static ApiKey of(String raw, String source) throws ConfigException {
        String value = withoutLineBreak(raw);
        if (value.isEmpty()) {
            throw ConfigException.in("the API key is empty", source, "put the key there, and nothing else");
        }
        refuseSurroundings(value, source);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw ConfigException.in(
                        "the API key holds " + kind(c), source, "a key is one word of ASCII letters, digits and signs");
            }
        }
        return new ApiKey(value, source);
    }

    /** Refuses what is often copied along with a key; the API would reject the key because of it. */
    private static void refuseSurroundings(String value, String source) throws ConfigException {
        String lower = value.toLowerCase(Locale.ROOT);
        if (NAMED.matcher(lower).lookingAt()) {
            throw ConfigException.in(
                    "the API key has the name of a variable or setting before it",
                    source,
                    "leave the key there, without the name and the sign behind it");
        }
        if (lower.startsWith("bearer ") || lower.startsWith("authorization:")) {
            throw ConfigException.in(
                    "the API key has words of a header before it",
                    source,
                    "leave the key there, without 'Authorization:' and 'Bearer'");
        }
        if (isQuote(value.charAt(0)) || isQuote(value.charAt(value.length() - 1))) {
            throw ConfigException.in(
                    "the API key is in quotes, and they are taken as a part of it",
                    source,
                    "remove the quotes; the env files of Docker, for one, keep them in the value");
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static String withoutLineBreak(String raw) {
        if (raw.endsWith("\r\n")) {
            return raw.substring(0, raw.length() - 2);
        }
        return raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw;
    }

    private static String kind(char c) {
        if (c == '\n' || c == '\r') {
            return "a line break";
        }
        if (c == ' ') {
            return "a space";
        }
        return c < ' ' || c == 0x7F ? "a control character" : "a character that is not ASCII";
    }

    /**
     * The text of a file, of stdin, or of what a program printed, without a byte order mark.
     *
     * @param source as shown to users
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

    /** By the byte order mark, or by the zero in each pair of bytes that an ASCII letter has. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE || bytes[0] == 0 != (bytes[1] == 0);
    }

    public String value() {
        return value;
    }

    public String source() {
        return source;
    }

    /** The last four characters behind asterisks; of a short key, only asterisks. */
    public static String masked(String key) {
        return key.length() < MIN_LENGTH_SHOWN ? "********" : "********" + key.substring(key.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked(value);
    }
}
