package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.audiences.output.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellQuoteTest {
    /** For the printf of the shell: after each word comes a NUL, which no word can hold. */
    @SuppressWarnings("OrphanedFormatString")
    private static final String FORMAT = "'%s\\0'";

    private static final List<String> WORDS = List.of(
            "",
            "plain",
            "-x",
            "=ls",
            "a=b",
            "it's",
            "a b",
            "~",
            "$HOME",
            "`id`",
            "!x",
            "{a,b}",
            "*",
            "#",
            "\\",
            "\\'\t",
            "a\nb\r\n",
            "\u0001\u001b[2J\u007f",
            "\u0085\u009b",
            "می\u200cخواهم",
            "a\u200cb",
            "a\u200c1",
            "\u202eabc",
            "\u2028",
            "👩🏽‍🚀",
            "👩\u200d\u200d🚀",
            "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
            "x\udb40\udc41y",
            "\ufeff",
            "e\u0301\u0007",
            "\u00ad0",
            "\u200b\u0301",
            "❤\ufe0f\t",
            "1\ufe0f\u20e3\n");

    /** What a shell makes of the words as they come out on a terminal. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void shellsReadTheWordsBack(String shell) throws IOException, InterruptedException {
        assumeTrue(isThere(shell));
        StringBuilder script = new StringBuilder("printf ").append(FORMAT);
        WORDS.forEach(word -> script.append(' ').append(ShellQuote.quote(word)));
        String shown = TerminalText.visible(script);
        assertEquals(script.toString(), shown);

        ProcessBuilder builder = new ProcessBuilder(shell);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().write(shown.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(WORDS, new ArrayList<>(List.of(read.split("\0", -1))).subList(0, WORDS.size()));
    }

    private static boolean isThere(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", ":").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    @Test
    void wordsThatAreFineStayAsTheyAre() {
        assertEquals("--columns=id,name", ShellQuote.quote("--columns=id,name"));
        assertEquals("'Straße'", ShellQuote.quote("Straße"));
        assertEquals("--cursor abc", ShellQuote.option("--cursor", "abc"));
    }
}
