package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is told before a key is looked for, anything is asked or a file is made. */
class UsageTest {
    @TempDir
    private Path folder;

    private CommandRun.Result run(String command, String... arguments) {
        try (StubServer server = new StubServer()) {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of(arguments));
            if (!List.of(arguments).contains("-O")) {
                all.addAll(List.of("-O", folder.resolve("list").toString()));
            }
            CommandRun.Result result = CommandRun.against(server.url())
                    .without("AUDIENCES_API_KEY")
                    .run(all.toArray(new String[0]))
                    .expect(ExitCode.USAGE);
            assertEquals("", result.out());
            assertArrayEquals(new String[0], folder.toFile().list());
            return result;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list apiKey=Zq7RtB9wXy3M",
                "list --bearer:Zq7RtB9wXy3M",
                "list AUDIENCES_API_KEY=Zq7RtB9wXy3M",
                "config set apiKey=Zq7RtB9wXy3M",
                "config set Zq7RtB9wXy3M apiKey",
                "config get apiKey:Zq7RtB9wXy3M",
                "AUDIENCES_API_KEY=Zq7RtB9wXy3M list"
            })
    void aKeyInTheWrongPlaceIsNotRepeated(String arguments) {
        CommandRun.Result result = new CommandRun()
                .without("AUDIENCES_API_KEY")
                .run(arguments.split(" "))
                .expect(ExitCode.USAGE);
        assertFalse(result.stderr().contains("Zq7RtB9wXy3M"), result.stderr());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--color purple",
                "--columns a,,b",
                "--columns id,id",
                "--timeout 0",
                "--timeout 9999999h",
                "--max-time 0s",
                "--sandbox --base-url http://127.0.0.1:1",
                "-o xml",
                "--spreadsheet -o tsv",
                "-v -q"
            })
    void ofBothListings(String arguments) {
        run("list", arguments.split(" "));
        run("accounts", arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--sort :asc",
                "--sort name:asc:desc",
                "--sort name:up",
                "--sort name:",
                "--max-items 5",
                "--limit 0",
                "--limit 1.5",
                "--created-after yesterday",
                "--created-before 2026-02-30",
                "--created-after 7",
                "--min-prospects -1",
                "--min-prospects many",
                "--account a\tb"
            })
    void ofTheList(String arguments) {
        run("list", arguments.split(" "));
    }

    @Test
    void ofASortFieldWithASpace() {
        assertEquals("""
                audiences: --sort 'name desc' is not FIELD, FIELD:asc, FIELD:desc or -FIELD
                  try: such as  --sort prospectCount:desc
                """, run("list", "--sort", "name desc").stderr());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--type",
                "--folder",
                "--cursor",
                "--name",
                "--sort",
                "--created-after",
                "--created-before",
                "--min-prospects",
                "--account"
            })
    void emptyValuesOfTheList(String option) {
        run("list", option, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profile", "--base-url", "--columns", "-o", "--color", "-O", "--timeout"})
    void emptyValues(String option) {
        run("list", option, "");
        run("accounts", option, "");
    }

    @ParameterizedTest
    @CsvSource({"--name,--name: the value is empty", "--color,'--color: '''' is none of auto, always, never'"})
    void saysWhatIsWrongWithThem(String option, String says) {
        String stderr = run("list", option, "").stderr();
        assertTrue(stderr.startsWith("audiences: " + says + "\n  usage: "), stderr);
    }

    @Test
    void colourIsNoMatterOfCommandsThatListNothing() {
        for (String command : List.of("config list", "config path", "sandbox")) {
            String[] arguments = (command + " --color never").split(" ");
            String stderr =
                    new CommandRun().run(arguments).expect(ExitCode.USAGE).stderr();
            assertTrue(stderr.startsWith("audiences: there is no option --color\n"), stderr);
        }
    }
}
