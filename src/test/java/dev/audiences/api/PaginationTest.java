package dev.audiences.api;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaginationTest {
    private static CommandRun.Result list(StubServer server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("list", "--all", "-o", "ndjson", "--columns", "id"));
        arguments.addAll(List.of(more));
        return CommandRun.against(server.url()).run(arguments.toArray(new String[0]));
    }

    private static Script pageOf(String nextCursor, String... items) {
        return json(200, page(nextCursor, items));
    }

    @Test
    void aCursorThatComesAgainIsRefused() {
        try (StubServer server = new StubServer(pageOf("a", audience("1")), pageOf("a", audience("2")))) {
            list(server).expect(ExitCode.UNTRUSTED_ANSWER, "{\"id\":\"1\"}\n", """
                    audiences: the API's pagination is broken: page 2 gives a cursor that was seen before
                      try: run it again with -v, and send the output to the API's support
                      written before: 1 audience on 1 page
                    """);
        }
    }

    @Test
    void theCursorToStartAtCountsAsSeen() {
        try (StubServer server = new StubServer(pageOf("a", audience("1")))) {
            assertTrue(list(server, "--cursor", "a")
                    .expect(ExitCode.UNTRUSTED_ANSWER)
                    .stderr()
                    .contains("page 1 gives a cursor that was seen before"));
        }
    }

    @Test
    void aCycleOfCursorsIsRefused() {
        try (StubServer server =
                new StubServer(pageOf("a", audience("1")), pageOf("b", audience("2")), pageOf("a", audience("3")))) {
            assertTrue(list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr().contains("page 3 gives a cursor"));
        }
    }

    @Test
    void emptyPagesAreFollowedButNotForEver() {
        Script[] scripts = new Script[100];
        for (int i = 0; i < scripts.length; i++) {
            scripts[i] = pageOf("c" + i);
        }
        try (StubServer server = new StubServer(scripts)) {
            assertTrue(list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr().contains("100 empty pages in a row"));
            assertEquals(100, server.requests().size());
        }
        try (StubServer server = new StubServer(pageOf("a"), pageOf("b"), pageOf(null, audience("1")))) {
            list(server).expect(ExitCode.OK, "{\"id\":\"1\"}\n", "");
        }
    }

    @Test
    void anAudienceOnTwoPagesIsKeptOnce() {
        try (StubServer server =
                new StubServer(pageOf("a", audience("1"), audience("2")), pageOf(null, audience("2"), audience("3")))) {
            list(server)
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n",
                            "audiences: 1 repeated audience left out; the first of each is kept\n");
        }
    }

    @Test
    void anAudienceTwiceOnAPageIsKeptOnce() {
        try (StubServer server = new StubServer(pageOf(null, audience("1"), audience("1"), audience("1")))) {
            list(server)
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n",
                            "audiences: 2 repeated audiences left out; the first of each is kept\n");
        }
    }

    @Test
    void aFaultIsToldWithItsPage() {
        String broken = "the response can't be used: malformed JSON (line 1, column 2)\n";
        try (StubServer server = new StubServer(json(200, "{x"), pageOf("a", audience("1")), json(200, "{x"))) {
            String first = list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr();
            assertTrue(first.startsWith("audiences: page 1: " + broken), first);
            String second = list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr();
            assertTrue(second.startsWith("audiences: page 2: " + broken), second);
        }
    }

    @Test
    void aFailureSaysHowToGoOn() {
        Script denied = json(409, error("CONFLICT", "no"));
        try (StubServer server = new StubServer(pageOf("it is", audience("1")), denied)) {
            CommandRun.Result result = list(server).expect(ExitCode.REQUEST_REFUSED);
            assertEquals("{\"id\":\"1\"}\n", result.out());
            assertTrue(
                    result.stderr()
                            .endsWith("  written before: 1 audience on 1 page\n"
                                    + "  go on with: audiences list --all -o ndjson --columns id --cursor 'it is'\n"),
                    result.stderr());
        }
    }

    @Test
    void aJsonArrayStaysOpenWhenALaterPageFails() {
        Script denied = json(403, error("FORBIDDEN", "no"));
        try (StubServer server = new StubServer(pageOf("a", audience("1")), denied)) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "--all", "-o", "json", "--columns", "id");
            assertEquals("[{\"id\":\"1\"}", result.expect(ExitCode.KEY_REFUSED).out());
        }
    }

    @Test
    void aPageSizeThatTheApiRefusesIsLeftToIt() {
        Script denied = json(400, error("VALIDATION_ERROR", "limit"));
        try (StubServer server = new StubServer(denied, pageOf("a", audience("1")), pageOf(null, audience("2")))) {
            list(server).expect(ExitCode.OK, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "");
            String path = "/v1/accounts/group-1/audiences";
            assertEquals(List.of(path + "?limit=100", path, path + "?cursor=a"), server.targets());
        }
    }

    @Test
    void noMoreIsAskedForThanIsWanted() {
        try (StubServer server = new StubServer(pageOf("a", audience("1"), audience("2")))) {
            list(server, "--max-items", "2")
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n{\"id\":\"2\"}\n",
                            "audiences: 2 audiences, as --max-items says; the list goes on with  --cursor a\n");
        }
    }

    @Test
    void noMoreIsShownThanIsWanted() {
        try (StubServer server =
                new StubServer(pageOf("a", audience("1"), audience("2")), pageOf(null, audience("3"), audience("4")))) {
            list(server, "--max-items", "3")
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n",
                            "audiences: 3 audiences, as --max-items says; the list goes on with  --cursor a"
                                    + "  whose first audience is among these\n");
        }
        try (StubServer server = new StubServer(pageOf("a", audience("1")), pageOf(null, audience("2")))) {
            list(server, "--max-items", "2").expect(ExitCode.OK, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "");
        }
    }

    @Test
    void onlyWhatIsWantedIsCounted() {
        String other = audience("2").replace("monitoring", "on_demand");
        try (StubServer server = new StubServer(
                pageOf("a", audience("1"), other), pageOf("b"), pageOf("c", other.replace("2", "3"), audience("4")))) {
            list(server, "--type", "monitoring", "--max-items", "2")
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n{\"id\":\"4\"}\n",
                            "audiences: 2 audiences of 4 searched, as --max-items says; the list goes on with"
                                    + "  --cursor c\n");
        }
    }

    @Test
    void whatIsWrittenIntoAUrlArrivesUnchanged() {
        try (StubServer server = new StubServer(pageOf(null))) {
            CommandRun.against(server.url())
                    .run("list", "-q", "-a", "a/b?c#d%e", "--cursor", "+/=&#% é@AZ[`az{/09:-._~")
                    .expect(ExitCode.OK);
            assertEquals(
                    List.of("/v1/accounts/a%2Fb%3Fc%23d%25e/audiences"
                            + "?cursor=%2B%2F%3D%26%23%25%20%C3%A9%40AZ%5B%60az%7B%2F09%3A-._~"),
                    server.targets());
        }
    }

    @Test
    void aPageIsAskedForWhileTheOneBeforeIsBeingWritten() {
        CountDownLatch secondRequest = new CountDownLatch(1);
        Script second = (request, connection) -> {
            secondRequest.countDown();
            pageOf(null, audience("2")).play(request, connection);
        };
        ByteArrayOutputStream slow = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                try {
                    // A bound only for the failure.
                    assertTrue(secondRequest.await(1, TimeUnit.MINUTES));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.write(bytes, offset, length);
            }
        };
        try (StubServer server = new StubServer(pageOf("a", audience("1")), second)) {
            CommandRun.against(server.url())
                    .stdout(slow)
                    .run("list", "--all", "-o", "csv", "--no-header", "--columns", "id")
                    .expect(ExitCode.OK);
            assertEquals("1\n2\n", slow.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCursorThatOnlySeemedToBeTheNextOneIsNotFollowed() {
        String first = page("right", audience("1"));
        String misleading =
                first.substring(0, first.length() - 1) + ",\"meta\":{\"nextCursor\":\"wrong\",\"hasMore\":true}}";
        Script byCursor = (request, connection) -> {
            String target = request.target();
            String body =
                    target.contains("right") ? page(null, audience("2")) : target.contains("wrong") ? "{}" : misleading;
            json(200, body).play(request, connection);
        };
        try (StubServer server = StubServer.always(byCursor)) {
            list(server).expect(ExitCode.OK, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "");
        }
    }
}
