package dev.audiences.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** The API key. It can't be printed by accident: {@link #toString} gives its last four characters at the most. */
public final class ApiKey {
    /** What is longer holds more than a key, and is not read to its end. */
    public static final int MAX_BYTES = 64 << 10;

    private static final Pattern NAMED = Pattern.compile("(export +)?(audiences_)?api_?key *[=:]");
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
        refuseWhatStandsAround(value, source);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw ConfigException.in(
                        "the API key holds " + kind(c), source, "a key is one word of ASCII letters, digits and signs");
            }
        }
        return new ApiKey(value, source);
    }

    /** Refuses what is no part of any key, but often copied with it: it would be sent, and the key be rejected. */
    private static void refuseWhatStandsAround(String value, String source) throws ConfigException {
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

    public String value() {
        return value;
    }

    public String source() {
        return source;
    }

    /** The last four characters, the rest hidden; a short key is hidden whole. */
    public static String masked(String key) {
        return key.length() < MIN_LENGTH_SHOWN ? "********" : "********" + key.substring(key.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked(value);
    }
}
