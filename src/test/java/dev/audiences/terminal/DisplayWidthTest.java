package dev.audiences.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayWidthTest {
    private static final String ENGLAND = "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";

    @Test
    void countsCells() {
        assertEquals(0, DisplayWidth.of(""));
        assertEquals(5, DisplayWidth.of("plain"));
        assertEquals(6, DisplayWidth.of("Jürgen"));
        assertEquals(4, DisplayWidth.of("漢字"));
        assertEquals(4, DisplayWidth.of("ＡＢ"));
        assertEquals(2, DisplayWidth.of("ｱｲ"));
        assertEquals(4, DisplayWidth.of("한국"));
        assertEquals(2, DisplayWidth.of("𠀀"));
        assertEquals(1, DisplayWidth.of("…"));
        assertEquals(3, DisplayWidth.of(" é\u00a0"));
        assertEquals(1, DisplayWidth.of("\u0000\u001f~\u007f\u009f"));
    }

    @Test
    void countsMarksWithTheirBase() {
        assertEquals(1, DisplayWidth.of("e\u0300"));
        assertEquals(1, DisplayWidth.of("e\u0301"));
        assertEquals(3, DisplayWidth.of("ae\u0301\u0327b"));
        assertEquals(1, DisplayWidth.of("a\u20dd"));
        assertEquals(2, DisplayWidth.of("\u304b\u3099"));
        assertEquals(2, DisplayWidth.of("\u1112\u1161\u11ab"));
        assertEquals(2, DisplayWidth.of("\u1112\u1160\u11ff\ud7b0\ud7fb"));
        assertEquals(2, DisplayWidth.of("\u0e01\u0e33"));
    }

    @Test
    void countsAnEmojiSequenceAsOneEmoji() {
        assertEquals(2, DisplayWidth.of("😀"));
        assertEquals(2, DisplayWidth.of("👍🏽"));
        assertEquals(2, DisplayWidth.of("👍🏻"));
        assertEquals(2, DisplayWidth.of("👍🏿"));
        assertEquals(2, DisplayWidth.of("☝🏽"));
        assertEquals(2, DisplayWidth.of("👨‍👩‍👧‍👦"));
        assertEquals(2, DisplayWidth.of("🏳️‍🌈"));
        assertEquals(2, DisplayWidth.of("👩🏽‍🚀"));
        assertEquals(2, DisplayWidth.of("🇫🇷"));
        assertEquals(4, DisplayWidth.of("🇫🇷🇯🇵"));
        assertEquals(1, DisplayWidth.of("🇫"));
        assertEquals(1, DisplayWidth.of("❤"));
        assertEquals(2, DisplayWidth.of("❤️"));
        assertEquals(1, DisplayWidth.of("❤\u0301"));
        assertEquals(2, DisplayWidth.of("©\ufe0f"));
        assertEquals(2, DisplayWidth.of("0️⃣"));
        assertEquals(2, DisplayWidth.of("1️⃣"));
        assertEquals(2, DisplayWidth.of("9️⃣"));
        assertEquals(4, DisplayWidth.of("a1️⃣b"));
        assertEquals(1, DisplayWidth.of("a\ufe0f"));
        assertEquals(4, DisplayWidth.of("😀😀"));
        assertEquals(2, DisplayWidth.of(ENGLAND));
    }

    @Test
    void cutsBetweenCharacters() {
        assertEquals("plain", DisplayWidth.cut("plain", 5));
        assertEquals("pla…", DisplayWidth.cut("plain", 4));
        assertEquals("…", DisplayWidth.cut("plain", 1));
        assertEquals("", DisplayWidth.cut("plain", 0));
        assertEquals("", DisplayWidth.cut("plain", -1));
        assertEquals("漢…", DisplayWidth.cut("漢字漢", 4));
        assertEquals("漢…", DisplayWidth.cut("漢字漢", 3));
        assertEquals("…", DisplayWidth.cut("漢字漢", 2));
    }

    @Test
    void neverCutsWithinACluster() {
        assertEquals(ENGLAND + "…", DisplayWidth.cut(ENGLAND + "xyz", 3));
        assertEquals("…", DisplayWidth.cut(ENGLAND + "xyz", 2));
        assertEquals("می\u200c…", DisplayWidth.cut("می\u200cخواهم", 3));
        String text = "e\u0301👨‍👩‍👧🇫🇷👍🏽\u1112\u1161\u11ab1️⃣𠀀x";

        assertEquals("e\u0301…", DisplayWidth.cut(text, 3));
        assertEquals("e\u0301👨‍👩‍👧…", DisplayWidth.cut(text, 4));
        assertEquals("e\u0301👨‍👩‍👧🇫🇷…", DisplayWidth.cut(text, 6));
        assertEquals("e\u0301👨‍👩‍👧🇫🇷👍🏽…", DisplayWidth.cut(text, 8));
        assertEquals("e\u0301👨‍👩‍👧🇫🇷👍🏽\u1112\u1161\u11ab…", DisplayWidth.cut(text, 10));
        assertEquals("e\u0301👨‍👩‍👧🇫🇷👍🏽\u1112\u1161\u11ab1️⃣…", DisplayWidth.cut(text, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🇦🇿",
                "กำ",
                "ກຳ",
                "ᄀᄀ",
                "ᄀ각",
                "\u115f힣",
                "\ua960가",
                "\ua97c\u1100",
                "ᄀ\ua960",
                "ᄀ\ua97c",
                "ᄀ\u115f",
                "ᄀ힣ᇂ"
            })
    void cutsBeforeOrAfterACluster(String cluster) {
        int width = DisplayWidth.of(cluster);

        assertEquals("x…", DisplayWidth.cut("x" + cluster + "y", width + 1));
        assertEquals("x" + cluster + "…", DisplayWidth.cut("x" + cluster + "yz", width + 2));
    }

    @Test
    void cutsBetweenEqualFlags() {
        assertEquals("🇫🇫…", DisplayWidth.cut("🇫🇫🇫🇫", 3));
    }

    @Test
    void acceptsAnyText() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = "ab" + Character.toString(codePoint);
            int width = DisplayWidth.of(text);
            assertTrue(width >= 2 && width <= 4, text);
            assertTrue(DisplayWidth.of(DisplayWidth.cut(text, 2)) <= 2, text);
        }
    }
}
