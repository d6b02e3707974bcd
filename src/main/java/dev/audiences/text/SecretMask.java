package dev.audiences.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets in a text by asterisks: those it was told, in whatever spelling they come back (letter case, escapes
 * of JSON, URLs and HTML, base64, hexadecimal), pieces of them, and whatever looks like an API key. Safe for several
 * threads.
 */
public final class SecretMask {
    private static final String MASK = "********";
    /** How the names of variables end that name a proxy. */
    private static final String PROXY = "_proxy";

    private static final int MIN_SECRET = 4;
    /** Proxy passwords are chosen by people: shorter ones are parts of ordinary words. */
    private static final int MIN_PASSWORD = 6;

    private static final int MAX_LENGTH = 32 << 10;
    /** At the end of a cut text: longer than the longest spelling of a piece that is too short to be recognised. */
    private static final int EDGE = 512;

    private static final int MAX_ESCAPE_ROUNDS = 4;
    private static final int MAX_BINARY_DEPTH = 2;
    private static final int BASE64_ALIGNMENTS = 4;
    private static final int HEX_ALIGNMENTS = 2;

    private static final List<String> KEY_PREFIXES = List.of("sk_live_", "sk_test_");

    private final List<String> secrets = new ArrayList<>();
    private List<SecretPieces> pieces;

    /** A mask for what the environment holds: the passwords of proxies. */
    public static SecretMask of(Map<String, String> environment) {
        SecretMask mask = new SecretMask();
        environment.forEach((name, value) -> {
            if (name.regionMatches(true, name.length() - PROXY.length(), PROXY, 0, PROXY.length())) {
                mask.addPasswordOf(value);
            }
        });
        return mask;
    }

    /** Hides this secret from now on; null and words of fewer than four letters are none. */
    public synchronized void add(String secret) {
        if (secret != null && secret.length() >= MIN_SECRET && !secrets.contains(secret)) {
            secrets.add(secret);
            pieces = null;
        }
    }

    /** Hides the password in a URL such as {@code http://user:password@host}, as it is written and decoded. */
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
            // It holds a percent sign that stands for itself: there is no second spelling.
        }
    }

    /** Whether there is anything to hide in the text. */
    public boolean hides(String text) {
        return !hidden(new DecodedText(text)).isEmpty();
    }

    /** The text with asterisks for what is secret; what is longer than 32 Ki characters is cut, and ends in "…". */
    public String mask(String text) {
        if (text.length() <= MAX_LENGTH) {
            return masked(text, text.length());
        }
        int end = MAX_LENGTH - EDGE;
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
        look(text, hidden, 0);
        return hidden;
    }

    /** Looks at the text, at what its escapes stand for, and at what is encoded in either. */
    private void look(DecodedText text, BitSet hidden, int depth) {
        DecodedText current = text;
        for (int round = 0; current != null && round <= MAX_ESCAPE_ROUNDS; round++) {
            for (SecretPieces known : pieces) {
                known.find(current, hidden);
            }
            findKeys(current, hidden);
            if (depth < MAX_BINARY_DEPTH) {
                lookInto(current, hidden, depth + 1);
            }
            current = current.withoutEscapes();
        }
    }

    private void lookInto(DecodedText text, BitSet hidden, int depth) {
        for (int skipped = 0; skipped < BASE64_ALIGNMENTS; skipped++) {
            DecodedText decoded = text.base64(skipped);
            if (decoded != null) {
                look(decoded, hidden, depth);
            }
        }
        for (int skipped = 0; skipped < HEX_ALIGNMENTS; skipped++) {
            DecodedText decoded = text.hex(skipped);
            if (decoded != null) {
                look(decoded, hidden, depth);
            }
        }
    }

    /** Hides what looks like an API key: it may stand where no key belongs, such as in an argument. */
    private static void findKeys(DecodedText text, BitSet hidden) {
        String chars = text.chars();
        int start = 0;
        while (start < chars.length()) {
            if (!startsKey(chars, start)) {
                start++;
                continue;
            }
            int end = start;
            // A key may hold any sign; a blank, a quotation mark or a control character ends it.
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
