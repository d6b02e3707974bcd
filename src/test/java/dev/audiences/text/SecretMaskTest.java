package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretMaskTest {
    /** Not in the usual format, and with characters that the encodings treat differently. */
    private static final String KEY = "Zq7/vT+x3=Kp_m-9.Wd";

    private static SecretMask mask(String... secrets) {
        SecretMask mask = new SecretMask();
        for (String secret : secrets) {
            mask.add(secret);
        }
        return mask;
    }

    private static String each(String text, String format) {
        return text.chars().mapToObj(c -> String.format(Locale.ROOT, format, c)).collect(Collectors.joining());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> spellings() {
        String percent = each(KEY, "%%%02x");
        return Stream.of(
                KEY,
                KEY.toLowerCase(Locale.ROOT),
                KEY.toUpperCase(Locale.ROOT),
                KEY.replace("/", "\\/"),
                each(KEY, "\\u%04x"),
                each(KEY, "\\u%04X"),
                each(KEY, "\\u{%x}"),
                each(KEY, "\\x%02x"),
                "Zq7\\u002fvT+x3=Kp_m-9.Wd",
                percent,
                percent.toUpperCase(Locale.ROOT),
                percent.replace("%", "%25"),
                percent.replace("%", "%2525"),
                "Zq7%2FvT%2Bx3%3DKp_m-9.Wd",
                each(KEY, "&#%d;"),
                each(KEY, "&#x%x;"),
                each(KEY, "&#x%x;").replace("&", "&amp;"),
                each(KEY, "&#%d"),
                each(KEY, "\\u%04x").replace("\\", "\\\\"),
                base64(KEY),
                base64("Bearer " + KEY),
                base64("x" + KEY + "y"),
                base64("xy" + KEY + "yz"),
                "key-" + base64(KEY),
                "/k/" + base64(KEY),
                "k" + base64(KEY),
                Base64.getUrlEncoder().withoutPadding().encodeToString(("??>" + KEY).getBytes(StandardCharsets.UTF_8)),
                base64(base64(KEY)),
                base64("{\"key\":\"" + each(KEY, "\\u%04x") + "\"}"),
                base64("Bearer " + KEY).replace("=", "%3D").replace("+", "%2B").replace("/", "%2F"),
                new StringBuilder(base64("Bearer " + KEY)).insert(9, "\\r\\n").toString(),
                HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8)),
                "a" + HexFormat.of().withUpperCase().formatHex(KEY.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void masksTheKeyInEveryEncoding(String spelt) {
        String shown = mask(KEY).mask("your key (" + spelt + ") is bad");
        assertEquals("your key (********) is bad", shown.replaceFirst("\\(.*\\*{8}[^ ]*\\)", "(********)"));
        // Of the encoded key nothing is left but the text around it, and half a byte at each end.
        assertFalse(shown.length() > "your key () is bad".length() + 24, shown);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void masksPiecesOfEightCharactersOrMore(String spelt) {
        for (int end = 1; end <= spelt.length(); end++) {
            String piece = spelt.substring(0, end);
            String masked = mask(KEY).mask(piece);
            for (int i = 0; i + 8 <= KEY.length(); i++) {
                assertFalse(masked.toLowerCase(Locale.ROOT)
                        .contains(KEY.substring(i, i + 8).toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    void masksAPieceOfEightCharacters() {
        assertEquals("a ********b", mask(KEY).mask("a " + KEY.substring(5, 13) + "b"));
        assertEquals("a " + KEY.substring(5, 12) + " b", mask(KEY).mask("a " + KEY.substring(5, 12) + " b"));
    }

    @Test
    void masksAShortSecretAsAWhole() {
        assertEquals("x********y hunt", mask("Hunter2").mask("xhunter2y hunt"));
        assertEquals("abc", mask("abc").mask("abc"));
    }

    @Test
    void masksOtherTextThatLooksLikeAKey() {
        assertEquals("of ******** and", mask().mask("of sk_live_other1234 and"));
        assertEquals("of \"********\", ********", mask().mask("of \"SK_TEST_other1234\", %73k_live_x"));
        assertEquals("********", mask().mask(base64("sk_live_other12")));
    }

    @Test
    void keepsEverythingElse() {
        String text = "audiences: 12,345 audiences in /home/me/audiences.csv, 100% done \\ & <a> &amp; %zz \\u12";
        assertEquals(text, mask(KEY, "my-audiences-key").mask(text));
        assertEquals("the ******** is", mask("my-audiences-key").mask("the my-audiences-key is"));
    }

    @Test
    void masksThePasswordsOfProxies() {
        SecretMask mask = SecretMask.of(Map.of(
                "HTTPS_PROXY", "http://robot:p%40ssw0rd@proxy:1",
                "http_proxy", "other:s3cret/@x@proxy",
                "all_proxy", "http://proxy:1",
                "NAME", "http://a:untouched@b"));
        assertEquals("robot ******** ******** untouched", mask.mask("robot p%40ssw0rd p@ssw0rd untouched"));
        assertEquals("********", mask.mask("s3cret/@x"));
        assertEquals("Basic cm9ib3Q6********=", mask.mask("Basic " + base64("robot:p@ssw0rd")));
    }

    @Test
    void leavesNoPieceWhereALongTextIsTruncated() {
        SecretMask mask = mask(KEY);
        int end = 32 << 10;
        for (int i = 0; i < 64; i++) {
            int before = i < 32 ? end - 512 - i : end - (i - 32);
            String shown = mask.mask("x".repeat(before) + KEY + "y".repeat(100));
            assertFalse(shown.contains(KEY.substring(0, 4)), () -> shown.substring(shown.length() - 30));
        }
    }
}
