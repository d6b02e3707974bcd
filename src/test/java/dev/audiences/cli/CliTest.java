package dev.audiences.cli;

import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list",
                "get",
                "folders",
                "prospects",
                "accounts",
                "config",
                "config get",
                "config set",
                "config unset",
                "config list",
                "config path",
                "sandbox",
                "completion",
                "version",
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
        assertEquals(
                "audiences " + version + "\n", new CommandRun().run("version").out());
    }

    @Test
    void anAtSignIsPlainText() {
        String stderr =
                new CommandRun().run("list", "@file").expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.contains("'@file' is one argument too many"), stderr);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "list -n x,there is no option -n",
                "list --nope,there is no option --nope",
                "accounts -x,there is no option -x",
                "list -- -v,'-v' is one argument too many",
                "help list extra,there is no command 'list extra'",
                "list --limit,--limit lacks its value",
                "list --cursor --all,--cursor lacks its value",
                "list --limit 2147483648,--limit: '2147483648' is not a whole number from 1 to 2147483647",
            })
    void whatIsNothingLikeAnythingGetsNoAdvice(String commandLine, String message) {
        String stderr = new CommandRun()
                .run(commandLine.split(" "))
                .expect(ExitCode.USAGE)
                .stderr();
        assertTrue(stderr.startsWith("audiences: " + message + "\n"), stderr);
        assertFalse(stderr.contains("did you mean"), stderr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-abc", "--all", "-o", "-h"})
    void aCursorMayLookLikeAnOption(String cursor) {
        try (StubServer server = new StubServer(json(200, page(null)))) {
            CommandRun.against(server.url()).run("list", "--cursor=" + cursor).expect(ExitCode.OK);
            assertEquals(List.of("/v1/accounts/group-1/audiences?cursor=" + cursor), server.targets());
        }
    }

    @Test
    void ofAnOptionThatIsGivenTwiceTheLastCounts() {
        try (StubServer server = new StubServer(json(200, page(null)))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "-o", "json")
                    .expect(
                            ExitCode.OK,
                            "[]\n",
                            "audiences: --output is given more than once: the last value counts\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --api-key=KEY",
                "list -kKEY",
                "list KEY",
                "KEY",
                "list -o KEY",
                "list --profile KEY",
                "list --limit KEY",
                "list --created-after KEY",
                "config set apiKey=KEY",
                "config set KEY",
                "config get KEY",
                "help KEY"
            })
    void aKeyInTheWrongPlaceIsNotShown(String commandLine) {
        for (String key : List.of(CommandRun.CANARY, "sk_live_another0123", "sk_live_with-dash_and_line")) {
            CommandRun.Result result =
                    new CommandRun().run(commandLine.replace("KEY", key).split(" "));
            assertFalse(result.stderr().contains(key), result.stderr());
            assertFalse(result.stderr().contains("_and_line"), result.stderr());
            assertFalse(result.stderr().isEmpty());
        }
    }

    @Test
    void aWindowsConsoleGetsNoEscapeSequencesUnlessAskedFor() {
        CommandRun run =
                new CommandRun().osName("Windows 11").terminal(new StandardStreams(true, true, false, false, 0));
        assertFalse(run.run("list", "--sandbox").expect(ExitCode.OK).out().contains("\u001b"));
        assertTrue(run.run("list", "--sandbox", "--color", "always")
                .expect(ExitCode.OK)
                .out()
                .contains("\u001b"));
    }
}
