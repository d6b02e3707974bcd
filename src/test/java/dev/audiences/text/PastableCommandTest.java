package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.audiences.terminal.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastableCommandTest {
    /** Words that every shell reads alike. */
    private static final List<String> WORDS = List.of(
            "",
            "plain",
            "-x",
            "--a=b",
            "=ls",
            "==",
            "a=~",
            "~",
            "~root",
            "%self",
            "%1",
            "^a^b",
            "a^",
            "a b",
            " a  b ",
            "@a",
            "+/==",
            "Straße",
            "e\u0301te\u0301",
            "名前",
            "\u0e20\u0e32\u0e29\u0e32",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8",
            "\ud835\udd38");

    /** Words that need an escape in one of the shells, act there without quotes, or contain invisible characters. */
    private static final List<String> UNFIT = List.of(
            "it's",
            "{a,b}",
            "[ab]*",
            "*",
            "?",
            "#",
            "a#b",
            "a;b",
            "a|b&c",
            "<(x)",
            "(a)",
            "a\"b",
            "{\"id\":\"x\"}",
            "\\",
            "\\'; touch pwn #",
            "$(touch pwn)",
            "${HOME}",
            "`touch pwn`",
            "a!b",
            "!!",
            "a\nb",
            "a\tb",
            "a\rb",
            "\u0000",
            "\u0007",
            "\u001b[2J",
            "\u007f",
            "\u0085",
            "\u009b",
            "\u00a0",
            "\u00ad",
            "\u034fa",
            "a\u034f",
            "\u0301",
            " \u0301",
            "a\u200cb",
            "a\u200db",
            "\u202eabc",
            "\u2028",
            "\u3164",
            "\ufeff",
            "a\ufe0f",
            "\ud800",
            "x\udb40\udc41y",
            "👩🏽‍🚀",
            "sk_live_x'; touch /tmp/pwn; sk_test_y'\u0007",
            "sk_live_x",
            "a%73k_live_x",
            "x".repeat(2001));

    @Test
    void isNullForWordsThatAShellWouldExpand() {
        for (String word : UNFIT) {
            assertNull(PastableCommand.of("audiences", word), word);
        }
    }

    @Test
    void isNullWhenTooLongForATerminal() {
        assertNull(PastableCommand.of("x".repeat(1000), "y".repeat(1000)));
        assertNotNull(PastableCommand.of("x".repeat(1000), "y".repeat(999)));
    }

    @Test
    void bareWordsHaveNoQuotes() {
        assertEquals("a --columns=id,name c2", PastableCommand.of("a", "--columns=id,name", "c2"));
        assertEquals("a 'Straße' '' '=ls'", PastableCommand.of("a", "Straße", "", "=ls"));
    }

    @Test
    void containsNoInvisibleCharacters() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String word = "a" + Character.toString(c);
            String command = PastableCommand.of(word);
            if (command != null) {
                assertEquals(command, TerminalText.visible(command), () -> "U+" + word.codePointAt(1));
            }
        }
    }

    @Test
    void aValueThatStartsWithADashIsOneWordWithItsOption() {
        assertEquals(List.of("--cursor", "abc"), PastableCommand.option("--cursor", "abc"));
        assertEquals(List.of("--cursor=-abc"), PastableCommand.option("--cursor", "-abc"));
        assertEquals("./-x", PastableCommand.file("-x"));
    }

    @Test
    void spelledOutValuesAreHarmlessInAnyShell() {
        assertEquals(
                "a b\\u0024\\u0028touch pwn\\u0029\\u0027\\u005c\\u000a\\u0021é\\ud83d\\ude80",
                PastableCommand.spelledOut("a b$(touch pwn)'\\\n!é🚀"));
        assertEquals("x".repeat(4000) + "…", PastableCommand.spelledOut("x".repeat(5000)));
    }

    /** The format of the shell's printf: a NUL, which no word can contain, after each word. */
    @SuppressWarnings("OrphanedFormatString")
    private static final String FORMAT = "'%s\\0'";

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "dash"})
    void shellsReadTheWordsBack(String shell) throws IOException, InterruptedException {
        assumeTrue(isThere(shell));
        String script = "printf " + FORMAT + " " + PastableCommand.of(WORDS) + "\n";

        ProcessBuilder builder = new ProcessBuilder(shell);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        List<String> expected = new ArrayList<>(WORDS);
        expected.add("");
        assertEquals(expected, List.of(read.split("\0", -1)));
    }

    private static boolean isThere(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", ":").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
