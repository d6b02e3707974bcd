package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @ParameterizedTest
    @CsvSource({
        "list --colour,--color",
        "list --colums=id,--columns",
        "list --account-id x,--account",
        "lsit,list",
        "confg list,config"
    })
    void aMisspeltWordGetsTheNearOne(String commandLine, String meant) {
        String stderr = new CommandRun()
                .run(commandLine.split(" "))
                .expect(ExitCode.USAGE)
                .stderr();
        assertTrue(stderr.contains("  did you mean: " + meant + "?\n"), stderr);
        assertTrue(stderr.contains("  usage: audiences "), stderr);
        assertTrue(stderr.lines().count() <= 4, stderr);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list",
                "accounts",
                "config",
                "config get",
                "config set",
                "config unset",
                "config list",
                "config path",
                "sandbox",
                "completion",
                "help"
            })
    void helpFitsTheClassicTerminalAndHasThreeExamples(String command) {
        String commandLine = (command + " --help").strip();
        String help =
                new CommandRun().run(commandLine.split(" ")).expect(ExitCode.OK).out();
        help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        String examples = help.substring(help.indexOf("Examples:"));
        assertTrue(examples.lines().filter(line -> line.contains("audiences ")).count() >= 3, help);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws java.io.IOException {
        String pom = java.nio.file.Files.readString(java.nio.file.Path.of("pom.xml"));
        int start = pom.indexOf("<version>") + "<version>".length();
        String version = pom.substring(start, pom.indexOf("</version>"));
        assertEquals(
                "audiences " + version + "\n", new CommandRun().run("--version").out());
    }

    @Test
    void anAtSignIsPlainText() {
        String stderr =
                new CommandRun().run("list", "@file").expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.contains("'@file' is one argument too many"), stderr);
    }

    @Test
    void aWindowsConsoleGetsNoEscapeSequencesUnlessAskedFor() {
        CommandRun run = new CommandRun().osName("Windows 11").terminal(new Terminal(true, true, false, false, 0));
        assertFalse(run.run("list", "--sandbox").expect(ExitCode.OK).out().contains("\u001b"));
        assertTrue(run.run("list", "--sandbox", "--color", "always")
                .expect(ExitCode.OK)
                .out()
                .contains("\u001b"));
    }
}
