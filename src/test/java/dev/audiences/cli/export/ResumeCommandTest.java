package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import dev.audiences.text.PastableCommand;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that goes on where a list broke off. */
class ResumeCommandTest {
    /** What is printed after {@code audiences} when the second page, at this cursor, fails. */
    private static String goOn(String cursor, String... arguments) {
        String first = page("NEXT", audience("1"), audience("2"))
                .replace("\"NEXT\"", new tools.jackson.databind.json.JsonMapper().writeValueAsString(cursor));
        try (StubServer server = new StubServer(json(200, first), json(409, error("CODE", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .run(arguments)
                    .expect(ExitCode.REQUEST_REFUSED)
                    .stderr();
            String label = "go on with: ";
            return stderr.substring(stderr.indexOf(label) + label.length())
                    .strip()
                    .replaceFirst("^audiences ", "");
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
        try (StubServer server = new StubServer(json(200, page("c2", audience("1"))), json(409, error("CODE", "no")))) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk_live_x'; touch /tmp/pwn; sk_test_y'\u0007",
                "\\'; touch pwn #",
                "$(touch pwn)",
                "`touch pwn`",
                "a\nb",
                "!!",
                "it's",
                "a\u200cb"
            })
    void aCursorThatCanNotBePastedIsToldInWords(String cursor) {
        String shown = cursor.startsWith("sk_live_")
                ? "not shown: it contains what looks like an API key"
                : PastableCommand.spelledOut(cursor);
        assertEquals(
                "the same command and  --max-items 3  and --cursor\n" + "  the cursor, escaped as in JSON, is: "
                        + shown,
                goOn(cursor, "list", "--all", "-o", "ndjson", "--max-items", "5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'b", "$(touch pwn)", "a\u200cb", "\u202e", "sk_live_other", "💡", CommandRun.CANARY})
    void anArgumentThatCanNotBePastedIsNotRepeated(String argument) {
        assertEquals(
                "the same command and  --no-header --cursor c2",
                goOn("c2", "list", "--all", "-o", "csv", "--name=" + argument));
    }

    @Test
    void whatQuotesMakeHarmlessIsPasted() {
        assertEquals(
                "list --all -o json --columns 'id, name' --cursor 'a b'",
                goOn("a b", "list", "--all", "-o", "json", "--columns", "id, name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 422})
    void noCommandGoesOnFromACursorThatWasRefused(int status) {
        try (StubServer server =
                new StubServer(json(200, page("c2", audience("1"))), json(status, error("VALIDATION_ERROR", "no")))) {
            CommandRun.against(server.url())
                    .run("list", "--all", "--limit", "9", "-o", "csv", "--columns", "id")
                    .expect(ExitCode.REQUEST_REFUSED, "id\n1\n", """
                            audiences: page 2: the API refused the request (%d VALIDATION_ERROR: no)
                              details: more
                              try: the cursor has expired or is not valid: run the list again from the beginning
                              trace id: trace-9
                              written before: 1 audience on 1 page
                            """.formatted(status));
        }
    }

    @Test
    void aCursorOfTheCommandLineThatWasRefused() {
        try (StubServer server = new StubServer(json(400, error("VALIDATION_ERROR", "no")))) {
            CommandRun.against(server.url()).run("list", "--cursor", "old").expect(ExitCode.REQUEST_REFUSED, "", """
                    audiences: the API refused the request (400 VALIDATION_ERROR: no)
                      details: more
                      try: the cursor has expired or is not valid: run the list again from the beginning, without --cursor
                      trace id: trace-9
                    """);
        }
    }

    /** A firewall's 400 says nothing of the cursor. */
    @Test
    void aRefusalThatIsNotOfTheApiLeavesTheCursor() {
        StubServer.Script blocked = response(400, "text/html", "<title>Blocked</title>");
        // The second one to a request for a smaller page.
        try (StubServer server = new StubServer(json(200, page("c2", audience("1"))), blocked, blocked)) {
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-o", "csv")
                    .expect(ExitCode.REQUEST_REFUSED)
                    .stderr();
            assertTrue(stderr.contains("go on with: audiences list --all -o csv --no-header --cursor c2"), stderr);
        }
    }

    /** What happens when a signal comes while the second page is fetched again, and the first one is written. */
    private static CommandRun.Result ended(String... arguments) {
        CommandRun[] run = new CommandRun[1];
        Script signal = (request, connection) -> {
            run[0].shutDown();
            json(200, page(null, audience("3"))).play(request, connection);
        };
        Script first = json(200, page("c2", audience("1"), audience("2")));
        try (StubServer server = new StubServer(first, json(503, error("BUSY", "later")), signal)) {
            run[0] = CommandRun.against(server.url());
            return run[0].run(arguments);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list --all -q -o csv --columns id,--no-header --cursor c2",
        "list --all -q -o ndjson --columns id,--cursor c2",
        "list --all -q -o tsv --columns id --max-items 5,--no-header --max-items 3 --cursor c2"
    })
    void aSignalIsToldWithWhatWasWrittenAndHowToGoOn(String command, String goesOn) {
        CommandRun.Result result = ended(command.split(" "));
        assertEquals("""
                audiences: ended before the list was complete
                  written before: 2 audiences on 1 page
                  go on with: audiences %s %s
                """.formatted(command.replace(" --max-items 5", ""), goesOn), result.stderr());
        assertEquals(2, result.out().replace("id\n", "").lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list --all -q", "list --all -q -o csv --sort id", "list --count -q"})
    void ofWhatIsWrittenAtTheEndNothingIsWrittenAfterASignal(String command) {
        CommandRun.Result result = ended(command.split(" "));
        assertEquals("", result.out());
        assertEquals("""
                audiences: ended before the list was complete
                  read before and not written: 2 audiences on 1 page; run it again for the whole list
                """, result.stderr());
    }

    @Test
    void beforeTheFirstPageThereIsNothingToTell() {
        CommandRun[] run = new CommandRun[1];
        Script signal = (request, connection) -> {
            run[0].shutDown();
            json(200, page(null, audience("1"))).play(request, connection);
        };
        try (StubServer server = new StubServer(signal)) {
            run[0] = CommandRun.against(server.url());
            CommandRun.Result result = run[0].run("list", "--all", "-o", "csv");
            assertEquals("", result.out());
            assertEquals("", result.stderr());
        }
    }

    @Test
    void theEndOfTheTimeIsToldWithWhatWasWritten() {
        CommandRun[] run = new CommandRun[1];
        Script late = (request, connection) -> {
            run[0].timePasses(Duration.ofSeconds(61));
            json(200, page(null, audience("2"))).play(request, connection);
        };
        Script busy = json(503, error("BUSY", "later"));
        try (StubServer server = new StubServer(json(200, page("c2", audience("1"))), busy, late)) {
            run[0] = CommandRun.against(server.url());
            CommandRun.Result result = run[0].run("list", "--all", "-q", "-o", "csv", "--max-time", "60s");
            assertEquals(ExitCode.UNAVAILABLE.code(), result.exitCode());
            assertEquals("""
                    audiences: the 60 s of --max-time are over
                      try: allow more with --max-time
                      written before: 1 audience on 1 page
                      go on with: audiences list --all -q -o csv --max-time 60s --no-header --cursor c2
                    """, result.stderr());
        }
    }

    @Test
    void aNextPageThatCanNotBePastedIsToldInWords() {
        try (StubServer server = new StubServer(json(200, page("it's", audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "--no-header", "--columns", "id")
                    .expect(
                            ExitCode.OK,
                            "1\n",
                            "audiences: 1 audience; there are more: add --all, or go on with --cursor and this cursor, "
                                    + "escaped as in JSON: it\\u0027s\n");
        }
    }
}
