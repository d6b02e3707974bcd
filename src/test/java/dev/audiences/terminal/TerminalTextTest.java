package dev.audiences.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
    @Test
    void returnsVisibleTextUnchanged() {
        List<String> texts = List.of(
                "",
                "plain \\n ~",
                "é漢字 한국어 नमस्ते ไทย",
                "a\u00a0b\u3000c",
                "e\u0301",
                "😀👨‍👩‍👧👍🏽❤️1️⃣🇫🇷",
                "👁️‍🗨️ 🏳️‍🌈 👩🏽‍🚀",
                "葛\udb40\udd00",
                "😀\ufe0e",
                "\u2190\ufe00\u2aff\ufe00",
                "\u1820\u180b\u1820\u180f",
                "\u2800");

        for (String text : texts) {
            assertSame(text, TerminalText.visible(text));
        }
    }

    @Test
    void escapesControls() {
        assertEquals("a\\nb\\rc\\td", TerminalText.visible("a\nb\rc\td"));
        assertEquals("\\u001b]52;c;\\u0007", TerminalText.visible("\u001b]52;c;\u0007"));
        assertEquals("\\u0000\\u007f\\u009b\\u0085", TerminalText.visible("\u0000\u007f\u009b\u0085"));
        assertEquals("é\\u202eab", TerminalText.visible("é\u202eab"));
        assertEquals("\\ud800x\\udc00", TerminalText.visible("\ud800x\udc00"));
        assertEquals("\\udb40\\udc41", TerminalText.visible(new StringBuilder().appendCodePoint(0xE0041)));
    }

    @Test
    void escapesJoinersOutsideOfEmoji() {
        assertEquals("a\\u200db", TerminalText.visible("a\u200db"));
        assertEquals("😀\\u200d", TerminalText.visible("😀\u200d"));
        assertEquals("\\u200d😀", TerminalText.visible("\u200d😀"));
        assertEquals("😀\\u200d\\u200d😀", TerminalText.visible("😀\u200d\u200d😀"));
    }

    @Test
    void keepsJoinersThatSpellingNeeds() {
        List<String> texts = List.of(
                "می\u200cخواهم",
                "ه\u200dه",
                "कि\u200cए",
                "क्\u200dष",
                "ශ්\u200dරී",
                "ক্\u200dষ",
                "مُ\u200cخ",
                "क॑\u200cक");
        for (String text : texts) {
            assertSame(text, TerminalText.visible(text));
        }
    }

    @Test
    void escapesJoinersThatSpellingDoesNotNeed() {
        assertEquals("a\\u200cb", TerminalText.visible("a\u200cb"));
        assertEquals("می\\u200c", TerminalText.visible("می\u200c"));
        assertEquals("\\u200cمی", TerminalText.visible("\u200cمی"));
        assertEquals("می\\u200c می", TerminalText.visible("می\u200c می"));
        assertEquals("می\\u200c\\u200cمی", TerminalText.visible("می\u200c\u200cمی"));
        assertEquals("می\\u200cक", TerminalText.visible("می\u200cक"));
        assertEquals("a\u0301\\u200cک", TerminalText.visible("a\u0301\u200cک"));
        assertEquals("م\\u200c1", TerminalText.visible("م\u200c1"));
        assertEquals("١\\u200c١", TerminalText.visible("١\u200c١"));
        assertEquals("\u0301\\u200c\u0301", TerminalText.visible("\u0301\u200c\u0301"));
    }

    @Test
    void escapesTagsOutsideOfFlags() {
        String england = tagged("🏴", "gbeng\u007f");
        assertSame(england, TerminalText.visible(england));
        String wales = "x" + tagged("🏴", "gbwls\u007f") + tagged("🏴", "gbsct\u007f") + "y";
        assertSame(wales, TerminalText.visible(wales));
        assertEquals("🏴" + escaped("gbeng"), TerminalText.visible(tagged("🏴", "gbeng")));
        assertEquals("🏴" + escaped("usca\u007f"), TerminalText.visible(tagged("🏴", "usca\u007f")));
        assertEquals("😀" + escaped("gbeng\u007f"), TerminalText.visible(tagged("😀", "gbeng\u007f")));
        assertEquals(england + escaped("x\u007f"), TerminalText.visible(england + tagged("", "x\u007f")));
    }

    private static String tagged(String base, String ascii) {
        StringBuilder text = new StringBuilder(base);
        ascii.chars().forEach(c -> text.appendCodePoint(0xE0000 + c));
        return text.toString();
    }

    private static String escaped(String ascii) {
        StringBuilder text = new StringBuilder();
        ascii.chars().forEach(c -> text.append(HiddenCharacters.escape(0xE0000 + c)));
        return text.toString();
    }

    @Test
    void escapesVariationSelectorsWithoutEffect() {
        assertEquals("a\\ufe0fb", TerminalText.visible("a\ufe0fb"));
        assertEquals("\\ufe0e", TerminalText.visible("\ufe0e"));
        assertEquals("葛\udb40\udd00\\udb40\\udd01", TerminalText.visible("葛\udb40\udd00\udb40\udd01"));
        assertEquals(" \\udb40\\udd00", TerminalText.visible(" \udb40\udd00"));
        assertEquals("a\\ufe0e", TerminalText.visible("a\ufe0e"));
        assertEquals("a\\u180f", TerminalText.visible("a\u180f"));
        assertEquals("\\u180e\\u180b", TerminalText.visible("\u180e\u180b"));
        assertEquals("\\u3164\\udb40\\udd00", TerminalText.visible("\u3164\udb40\udd00"));
        assertEquals("\u218f\\ufe00\u2b00\\ufe00", TerminalText.visible("\u218f\ufe00\u2b00\ufe00"));
    }

    @ParameterizedTest
    @CsvSource({"0xFE00, 0xFE0F", "0xE0100, 0xE01EF", "0x180B, 0x180F"})
    void escapesEveryVariationSelectorWithoutEffect(int first, int last) {
        for (int selector = first; selector <= last; selector++) {
            assertEquals(
                    "!" + HiddenCharacters.escape(selector), TerminalText.visible("!" + Character.toString(selector)));
        }
    }

    @Test
    void returnsVisibleTextOnly() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String hostile = "a" + Character.toString(codePoint) + "b";
            String shown = TerminalText.visible(hostile);
            for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
                assertFalse(isHidden(shown.codePointAt(i)), Integer.toHexString(codePoint));
            }
        }
    }

    /** Uses the character data of Java, independent of our table. */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                (codePoint & 0xFFFE) == 0xFFFE
                        || "\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0".indexOf(codePoint) >= 0;
        };
    }
}
