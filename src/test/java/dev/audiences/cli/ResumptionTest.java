package dev.audiences.cli;

import static dev.audiences.Answers.audience;
import static dev.audiences.Answers.error;
import static dev.audiences.Answers.page;
import static dev.audiences.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that goes on where a list broke off. */
class ResumptionTest {
    /** What is printed after {@code audiences} when the second page, at this cursor, fails. */
    private static String goOn(String cursor, String... arguments) {
        String first = page("NEXT", audience("1"), audience("2"))
                .replace("\"NEXT\"", new tools.jackson.databind.json.JsonMapper().writeValueAsString(cursor));
        try (StubServer server = new StubServer(json(200, first), json(400, error("CODE", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .run(arguments)
                    .expect(ExitCode.REQUEST_REFUSED)
                    .stderr();
            String label = "go on with: audiences ";
            return stderr.substring(stderr.indexOf(label) + label.length()).strip();
        }
    }

    private static String goOn(String command) {
        return goOn("c2", command.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "list --all -o ndjson,list --all -o ndjson --cursor c2",
        "list --all -o json --cursor c1,list --all -o json --cursor c2",
        "list --cursor=c1 --all -o json,list --all -o json --cursor c2",
        "list --all -o ndjson --max-items 5,list --all -o ndjson --max-items 3 --cursor c2",
        "list --max-items=3 --all -o ndjson,list --all -o ndjson --max-items 1 --cursor c2",
        "list --all -o csv,list --all -o csv --no-header --cursor c2",
        "list --all -o tsv,list --all -o tsv --no-header --cursor c2",
        "list --all --no-header -o csv,list --all --no-header -o csv --cursor c2",
        "list --all -o csv -O -,list --all -o csv -O - --no-header --cursor c2"
    })
    void asksForWhatIsMissing(String command, String goesOn) {
        assertEquals(goesOn, goOn(command));
    }

    @Test
    void knowsTheFormatOfTheEnvironment() {
        try (StubServer server = new StubServer(json(200, page("c2", audience("1"))), json(400, error("CODE", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .with("AUDIENCES_OUTPUT", "csv")
                    .run("list", "--all")
                    .stderr();
            assertEquals(
                    "  go on with: audiences list --all --no-header --cursor c2",
                    stderr.lines().reduce((before, last) -> last).orElseThrow());
        }
    }

    @Test
    void aCursorIsNotTakenForAnOption() {
        assertEquals("list --all -o json --cursor=-abc", goOn("-abc", "list", "--all", "-o", "json"));
        assertEquals("list --all -o json '--cursor=-a b'", goOn("-a b", "list", "--all", "-o", "json"));
        assertEquals("list --all -o json --cursor '=abc'", goOn("=abc", "list", "--all", "-o", "json"));
        try (StubServer server = new StubServer(json(200, page("-abc", audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "--no-header", "--columns", "id")
                    .expect(
                            ExitCode.OK,
                            "1\n",
                            "audiences: 1 audience; there are more: add --all, or go on with  --cursor=-abc\n");
        }
    }

    @Test
    void hiddenCharactersArePastedAsTheyWere() {
        assertEquals(
                "list --all -o json --columns $'a\\u200cb,\\t\\'\\\\\\u202e\\U000e0041é👩🏽\\u200d🚀' --cursor $'c\\n\\u0007'",
                goOn(
                        "c\n\u0007",
                        "list",
                        "--all",
                        "-o",
                        "json",
                        "--columns",
                        "a\u200cb,\t'\\\u202e\udb40\udc41é👩🏽‍🚀"));
        assertEquals(
                "list --all -o json --columns '👩🏽‍🚀' --cursor c2",
                goOn("c2", "list", "--all", "-o", "json", "--columns", "👩🏽‍🚀"));
    }
}
