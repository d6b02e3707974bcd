package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages that hold a number: of none, one, two and many. */
class ListSummaryTest {
    private static String[] audiences(int count) {
        return IntStream.range(0, count).mapToObj(i -> audience("a" + i)).toArray(String[]::new);
    }

    private static Script pageOf(String nextCursor, int count) {
        return json(200, page(nextCursor, audiences(count)));
    }

    private static CommandRun at(StubServer server) {
        return CommandRun.against(server.url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|audiences: 0 audiences",
                "1|audiences: 1 audience",
                "2|audiences: 2 audiences",
                "1234|audiences: 1,234 audiences"
            })
    void shown(int count, String says) {
        try (StubServer server = new StubServer(pageOf(null, count))) {
            CommandRun.Result result = at(server)
                    .terminal(new StandardStreams(false, false, false, true, 80))
                    .run("list");
            assertEquals(says + "\n", result.expect(ExitCode.OK).stderr());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,audiences: 0 audiences of 0 searched",
        "1,audiences: 1 audience of 1 searched",
        "2,audiences: 1 audience of 2 searched",
        "1234,'audiences: 124 audiences of 1,234 searched'"
    })
    void searched(int count, String says) {
        String[] items = audiences(count);
        for (int i = 0; i < count; i++) {
            items[i] = items[i].replace("\"name\":\"Audience", "\"name\":\"" + (i % 10 == 0 ? "wanted" : "other"));
        }
        try (StubServer server = new StubServer(json(200, page(null, items)))) {
            CommandRun.Result result = at(server)
                    .terminal(new StandardStreams(false, false, false, true, 80))
                    .run("list", "--name", "wanted");
            assertEquals(says + "\n", result.expect(ExitCode.OK).stderr());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list --all,'1,234 audiences in FILE'",
        "list --all --name 1233,'1 audience in FILE, of 1,234 searched'",
        "list,'1,234 audiences in FILE; there are more: add --all, or go on with  --cursor c'",
        "list --count,'1,235 audiences counted: the number is in FILE'",
        "accounts,'1,235 account groups in FILE'"
    })
    void inAFile(String command, String says, @TempDir Path folder) {
        Path file = folder.resolve("list\u202e.csv");
        boolean more = !command.equals("list --all") && !command.contains("name");
        Script first = pageOf(more ? "c" : null, 1234);
        Script second = json(200, page(null, audience("b")));
        StubServer paged = command.equals("list") || !more ? new StubServer(first) : new StubServer(first, second);
        try (StubServer server = paged) {
            String[] arguments = (command + " -O " + file).split(" ");
            assertEquals(
                    "audiences: " + says.replace("FILE", folder + "/list\\u202e.csv") + "\n",
                    at(server).run(arguments).expect(ExitCode.OK).stderr());
        }
        try (StubServer server = new StubServer(pageOf(null, 1))) {
            String[] arguments = "list -q -O".concat(" " + file).split(" ");
            at(server).run(arguments).expect(ExitCode.OK, "", "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4,' with  --cursor c3'",
        "3,' with  --cursor c2  whose first audience is among these'",
        "1,': for more, raise --max-items'",
        "5,' with  --cursor c3  whose first audience is among these'",
        "6,' with  --cursor c3  whose first 2 audiences are among these'"
    })
    void whereAListWithABoundGoesOn(int most, String says) {
        Script[] scripts = {
            pageOf("c2", 2),
            json(200, page("c3", audience("x"), audience("y"))),
            json(200, page(null, audience("p"), audience("q"), audience("r")))
        };
        try (StubServer server = new StubServer(java.util.Arrays.copyOf(scripts, (most + 1) / 2))) {
            assertEquals(
                    "audiences: " + most + " audience" + (most == 1 ? "" : "s")
                            + ", as --max-items says; the list goes on" + says + "\n",
                    at(server)
                            .run("list", "--all", "--max-items", String.valueOf(most))
                            .expect(ExitCode.OK)
                            .stderr());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,' with  --cursor c0  whose first audience is among these'",
        "2,1,' with  --cursor c2'",
        "3,2,' with  --cursor c2  whose first audience is among these'"
    })
    void whereAFilteredListWithABoundGoesOn(int most, int pages, String says) {
        Script[] scripts = {
            json(200, page("c2", audience("1"), audience("other"), audience("11"))),
            json(200, page("c3", audience("21"), audience("12"), audience("13")))
        };
        try (StubServer server = new StubServer(java.util.Arrays.copyOf(scripts, pages))) {
            String command = "list --all --name 1 --cursor c0 --max-items " + most;
            assertEquals(
                    "audiences: " + most + " audience" + (most == 1 ? "" : "s") + " of " + 3 * pages
                            + " searched, as --max-items says; the list goes on" + says + "\n",
                    at(server).run(command.split(" ")).expect(ExitCode.OK).stderr());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,audiences: 1 repeated audience left out; the first of each is kept",
        "2,audiences: 2 repeated audiences left out; the first of each is kept"
    })
    void repeated(int count, String says) {
        try (StubServer server = new StubServer(pageOf("c", 3), pageOf(null, count))) {
            assertEquals(
                    says + "\n",
                    at(server).run("list", "--all").expect(ExitCode.OK).stderr());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,read before and not written: 0 audiences on 1 page",
        "1,read before and not written: 1 audience on 1 page",
        "2,read before and not written: 2 audiences on 1 page"
    })
    void notWritten(int count, String says) {
        Script denied = json(403, error("FORBIDDEN", "no"));
        try (StubServer server = new StubServer(pageOf("c", count), denied)) {
            String stderr =
                    at(server).run("list", "--all").expect(ExitCode.KEY_REFUSED).stderr();
            assertTrue(stderr.endsWith("\n  " + says + "; run it again for the whole list\n"), stderr);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100ms,'once within the 100 ms allowed for waiting'",
        "900ms,'2 times within the 900 ms allowed for waiting'"
    })
    void triedWithin(String allowed, String says) {
        Script busy = json(503, error("BUSY", "later"));
        int tries = says.startsWith("once") ? 1 : 2;
        try (StubServer server =
                new StubServer(IntStream.range(0, tries).mapToObj(i -> busy).toArray(Script[]::new))) {
            String stderr = at(server)
                    .run("list", "--retry-max-time", allowed)
                    .expect(ExitCode.UNAVAILABLE)
                    .stderr();
            assertTrue(stderr.contains(", " + says + "\n"), stderr);
        }
    }

    @Test
    void bytesReceived() {
        Script script = json(200, page(null, audiences(10)));
        try (StubServer server = new StubServer(script)) {
            String stderr = at(server).run("list", "-v").expect(ExitCode.OK).stderr();
            assertTrue(stderr.matches("(?s).* 200 in 0 ms, \\d,\\d{3} bytes, trace id .*"), stderr);
        }
    }
}
