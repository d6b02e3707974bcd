package dev.audiences.cli.console;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that are given more than once. */
class VerbosityOptionsTest {
    private static String stderr(String command) {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            return CommandRun.against(server.url())
                    .run(command.split(" "))
                    .expect(ExitCode.OK)
                    .stderr();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list -o csv --output json,--output",
        "list --limit 1 --limit=2,--limit",
        "list --name a --name b --name a,--name",
        "list --sort id --sort -name,--sort",
        "accounts --timeout 3s -o csv --timeout 5,--timeout"
    })
    void theLastValueCountsAndThatIsSaid(String command, String option) {
        assertEquals("audiences: " + option + " is given more than once: the last value counts\n", stderr(command));
        assertEquals("", stderr(command + " -q"));
    }

    @ParameterizedTest
    @CsvSource({
        "list -o csv -o csv",
        "list --all --all",
        "'list --columns id --columns name,type'",
        "list --type monitoring --type on_demand",
        "list --folder none --folder 65f0c0ffee00000000000001 -q"
    })
    void thatIsNotSaidOfEqualValuesAndOfLists(String command) {
        assertEquals("", stderr(command).replaceFirst("audiences: no audience.*\n", ""));
    }

    @Test
    void theLastValueCounts() {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            assertEquals(
                    "id\n1\n",
                    CommandRun.against(server.url())
                            .run("list", "--columns", "id", "-o", "json", "-o", "csv")
                            .out());
        }
    }

    @Test
    void ofConfigToo() {
        assertEquals(
                "audiences: --profile is given more than once: the last value counts",
                new CommandRun()
                        .with("AUDIENCES_CONFIG", "/dev/null")
                        .run("config", "get", "--profile", "a", "--profile", "b", "baseUrl")
                        .stderr()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }
}
