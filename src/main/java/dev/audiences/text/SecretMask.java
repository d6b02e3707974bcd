package dev.audiences.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets in a text with asterisks: the secrets that were added, in any encoding (letter case, escapes of
 * JSON, URLs and HTML, base64, hexadecimal), pieces of them, and anything that looks like an API key. Thread-safe.
 */
public final class SecretMask {
    private static final String MASK = "********";
    /** The suffix of the variables that set a proxy. */
    private static final String PROXY = "_proxy";

    private static final int MIN_SECRET = 4;
    /** Shorter passwords are part of ordinary words. */
    private static final int MIN_PASSWORD = 6;

    private static final int MAX_LENGTH = 32 << 10;
    /** Cut from the end of a truncated text: longer than the longest encoding of a piece too short to be recognised. */
    private static final int MARGIN = 512;

    private static final int MAX_ESCAPE_ROUNDS = 4;
    private static final int MAX_BINARY_DEPTH = 2;
    private static final int BASE64_ALIGNMENTS = 4;
    private static final int HEX_ALIGNMENTS = 2;

    private static final List<String> KEY_PREFIXES = List.of("sk_live_", "sk_test_");

    private final List<String> secrets = new ArrayList<>();
    private List<SecretPieces> pieces;

    /** Makes a mask for the secrets in the environment: the passwords of proxies. */
    public static SecretMask of(Map<String, String> environment) {
        SecretMask mask = new SecretMask();
        environment.forEach((name, value) -> {
            if (name.regionMatches(true, name.length() - PROXY.length(), PROXY, 0, PROXY.length())) {
                mask.addPasswordOf(value);
            }
        });
        return mask;
    }

    /** Adds a secret; null and secrets of fewer than four characters are ignored. */
    public synchronized void add(String secret) {
        if (secret != null && secret.length() >= MIN_SECRET && !secrets.contains(secret)) {
            secrets.add(secret);
            pieces = null;
        }
    }

    /** Adds the password in a URL such as {@code http://user:password@host}, both as written and decoded. */
    private void addPasswordOf(String url) {
        int end = url.lastIndexOf('@');
        if (end < 0) {
            return;
        }
        int scheme = url.indexOf("://");
        String userInfo = url.substring(scheme < 0 || scheme > end ? 0 : scheme + 3, end);
        String password = userInfo.substring(userInfo.indexOf(':') + 1);
        if (password.length() < MIN_PASSWORD) {
            return;
        }
        add(password);
        try {
            add(URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // It has a literal percent sign, so there is nothing to decode.
        }
    }

    /** Returns whether the text contains a secret. */
    public boolean hides(String text) {
        return !hidden(new DecodedText(text)).isEmpty();
    }

    /** Returns the text with secrets masked; text longer than 32 Ki characters is truncated and ends in "…". */
    public String mask(String text) {
        if (text.length() <= MAX_LENGTH) {
            return masked(text, text.length());
        }
        int end = MAX_LENGTH - MARGIN;
        return masked(text.substring(0, MAX_LENGTH), Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    private String masked(String text, int end) {
        BitSet hidden = hidden(new DecodedText(text));
        if (hidden.isEmpty()) {
            return text.substring(0, end);
        }
        StringBuilder masked = new StringBuilder();
        int shown = 0;
        for (int from = hidden.nextSetBit(0); from >= 0 && from < end; from = hidden.nextSetBit(shown)) {
            masked.append(text, shown, from).append(MASK);
            shown = hidden.nextClearBit(from);
        }
        return shown < end ? masked.append(text, shown, end).toString() : masked.toString();
    }

    private synchronized BitSet hidden(DecodedText text) {
        if (pieces == null) {
            pieces = SecretPieces.of(secrets);
        }
        BitSet hidden = new BitSet();
        search(text, hidden, 0);
        return hidden;
    }

    /** Searches the text, the text with its escapes decoded, and what is encoded in either. */
    private void search(DecodedText text, BitSet hidden, int depth) {
        DecodedText current = text;
        for (int round = 0; current != null && round <= MAX_ESCAPE_ROUNDS; round++) {
            for (SecretPieces known : pieces) {
                known.find(current, hidden);
            }
            findKeys(current, hidden);
            if (depth < MAX_BINARY_DEPTH) {
                searchEncoded(current, hidden, depth + 1);
            }
            current = current.withoutEscapes();
        }
    }

    private void searchEncoded(DecodedText text, BitSet hidden, int depth) {
        for (int skipped = 0; skipped < BASE64_ALIGNMENTS; skipped++) {
            DecodedText decoded = text.base64(skipped);
            if (decoded != null) {
                search(decoded, hidden, depth);
            }
        }
        for (int skipped = 0; skipped < HEX_ALIGNMENTS; skipped++) {
            DecodedText decoded = text.hex(skipped);
            if (decoded != null) {
                search(decoded, hidden, depth);
            }
        }
    }

    /** Marks anything that looks like an API key: a key may be where it does not belong, such as in an argument. */
    private static void findKeys(DecodedText text, BitSet hidden) {
        String chars = text.chars();
        int start = 0;
        while (start < chars.length()) {
            if (!startsKey(chars, start)) {
                start++;
                continue;
            }
            int end = start;
            // A key ends at a blank, a quotation mark or a control character.
            while (end < chars.length() && chars.charAt(end) > ' ' && "'\"".indexOf(chars.charAt(end)) < 0) {
                end++;
            }
            text.mark(start, end, hidden);
            start = end;
        }
    }

    private static boolean startsKey(String chars, int start) {
        for (String prefix : KEY_PREFIXES) {
            if (chars.regionMatches(true, start, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }
}
