package dev.audiences.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The substrings of one length of some secrets, in any letter case. A secret of eight characters or more is recognised
 * by eight consecutive ones, a shorter one as a whole. They are found by a rolling hash, in time linear in the length
 * of the text.
 */
final class SecretPieces {
    private static final int LENGTH = 8;
    private static final long BASE = 1_000_003;

    /**
     * Words of this program's messages, never masked: a key made up for a test may contain them, or they may have been
     * copied together with a key.
     */
    private static final List<String> OWN_WORDS =
            List.of("audiences", "accounts", "password", " AUDIENCES_API_KEY=", "authorization: bearer ");

    private final int length;
    private final Set<Long> hashes = new HashSet<>();

    private SecretPieces(int length) {
        this.length = length;
    }

    static List<SecretPieces> of(List<String> secrets) {
        List<SecretPieces> all = new ArrayList<>();
        for (String secret : secrets) {
            SecretPieces pieces = ofLength(Math.min(LENGTH, secret.length()), all);
            pieces.add(secret);
            // As decoded from base64 and percent escapes, one character per byte.
            String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            pieces.add(bytes);
        }
        SecretPieces own = new SecretPieces(LENGTH);
        OWN_WORDS.forEach(own::add);
        all.forEach(pieces -> pieces.hashes.removeAll(own.hashes));
        return all;
    }

    private static SecretPieces ofLength(int length, List<SecretPieces> all) {
        for (SecretPieces pieces : all) {
            if (pieces.length == length) {
                return pieces;
            }
        }
        SecretPieces pieces = new SecretPieces(length);
        all.add(pieces);
        return pieces;
    }

    private void add(String secret) {
        for (int end = length; end <= secret.length(); end++) {
            long hash = 0;
            for (int i = end - length; i < end; i++) {
                hash = hash * BASE + fold(secret.charAt(i));
            }
            hashes.add(hash);
        }
    }

    /** Marks the pieces found in the text. */
    void find(DecodedText text, BitSet hidden) {
        String chars = text.chars();
        long leaving = 1;
        for (int i = 0; i < length; i++) {
            leaving *= BASE;
        }
        long hash = 0;
        for (int i = 0; i < chars.length(); i++) {
            hash = hash * BASE + fold(chars.charAt(i));
            if (i >= length) {
                hash -= leaving * fold(chars.charAt(i - length));
            }
            if (i + 1 >= length && hashes.contains(hash)) {
                text.mark(i + 1 - length, i + 1, hidden);
            }
        }
    }

    private static char fold(char c) {
        return c < 0x80
                ? (c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c)
                : Character.toLowerCase(Character.toUpperCase(c));
    }
}
