package dev.audiences.api;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.head;
import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.raw;
import static dev.audiences.testing.StubServer.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page sizes are requested, and when another one is. */
class PageSizeTest {
    private static final Script FIRST = pageOf("a", audience("1"));
    private static final Script SECOND = pageOf("b", audience("2"));
    private static final Script THIRD = pageOf(null, audience("3"));
    private static final String ALL_THREE = "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n";

    private static Script pageOf(String nextCursor, String... items) {
        return json(200, page(nextCursor, items));
    }

    private static Script refusal(int status) {
        return json(status, error("VALIDATION_ERROR", "limit"));
    }

    private static Script busy() {
        return json(500, error("INTERNAL_ERROR", "no"));
    }

    private static CommandRun.Result list(StubServer server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("list", "--all", "-o", "ndjson", "--columns", "id"));
        arguments.addAll(List.of(more));
        return CommandRun.against(server.url()).run(arguments.toArray(new String[0]));
    }

    /** What follows the path in each request. */
    private static List<String> queries(StubServer server) {
        return server.targets().stream()
                .map(target -> target.replace("/v1/accounts/group-1/audiences", ""))
                .toList();
    }

    private static String[] audiences(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> audience(String.valueOf(number)))
                .toArray(String[]::new);
    }

    @Test
    void growsAfterTheFirstPage() {
        try (StubServer server = new StubServer(FIRST, SECOND, THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals(List.of("?limit=100", "?cursor=a&limit=1000", "?cursor=b&limit=1000"), queries(server));
        }
    }

    /** Cursors that are numbers of pages, and the same in JSON in base64. */
    @ParameterizedTest
    @CsvSource({"2,3", "1,2", "eyJwYWdlIjoyfQ==,eyJwYWdlIjozfQ==", "Mg,Mw", "page=2,page=3"})
    void staysTheSameWhereTheCursorIsThatOfAPageNumber(String second, String third) {
        try (StubServer server = new StubServer(pageOf(second, audience("1")), pageOf(third, audience("2")), THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals(
                    List.of(
                            "?limit=100",
                            "?cursor=" + second.replace("=", "%3D") + "&limit=100",
                            "?cursor=" + third.replace("=", "%3D") + "&limit=100"),
                    queries(server));
        }
    }

    @Test
    void staysTheSameBehindTheCursorOfAPageNumber() {
        try (StubServer server = new StubServer(pageOf("151", audience("1")), pageOf("152", audience("2")), THIRD)) {
            list(server, "--cursor", "150").expect(ExitCode.OK);
            assertEquals(
                    List.of("?cursor=150&limit=100", "?cursor=151&limit=100", "?cursor=152&limit=100"),
                    queries(server));
        }
    }

    @Test
    void staysTheSameForTheLastPageOfABoundToo() {
        Script full = pageOf("2", audiences(0, 100));
        try (StubServer server = new StubServer(full, pageOf("3", audiences(100, 200)))) {
            list(server, "--max-items", "101").expect(ExitCode.OK);
            assertEquals(List.of("?limit=100", "?cursor=2&limit=100"), queries(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "3", "c2", "MTAw", "5f2", "2b"})
    void growsBehindOtherCursors(String cursor) {
        try (StubServer server = new StubServer(pageOf(cursor, audience("1")), THIRD)) {
            list(server).expect(ExitCode.OK);
            assertEquals(List.of("?limit=100", "?cursor=" + cursor + "&limit=1000"), queries(server));
        }
    }

    @Test
    void growsAfterTheFirstPageFromACursorToo() {
        try (StubServer server = new StubServer(SECOND, THIRD)) {
            list(server, "--cursor", "a").expect(ExitCode.OK);
            assertEquals(List.of("?cursor=a&limit=100", "?cursor=b&limit=1000"), queries(server));
        }
    }

    @Test
    void isTheUsersForAllPages() {
        try (StubServer server = new StubServer(FIRST, SECOND, refusal(400))) {
            list(server, "--limit", "700").expect(ExitCode.REQUEST_REFUSED);
            assertEquals(List.of("?limit=700", "?cursor=a&limit=700", "?cursor=b&limit=700"), queries(server));
        }
        try (StubServer server = new StubServer(FIRST, THIRD)) {
            list(server, "--limit", "700", "--max-items", "2").expect(ExitCode.OK);
            assertEquals(List.of("?limit=700", "?cursor=a&limit=700"), queries(server));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void isLeftToAnApiThatRefusesTheFirst(int status) {
        try (StubServer server = new StubServer(refusal(status), FIRST, SECOND, THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals(List.of("?limit=100", "", "?cursor=a", "?cursor=b"), queries(server));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void stepsBackOnceWhereTheApiRefusesLargePages(int status) {
        try (StubServer server = new StubServer(FIRST, refusal(status), SECOND, THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals(
                    List.of("?limit=100", "?cursor=a&limit=1000", "?cursor=a&limit=100", "?cursor=b&limit=100"),
                    queries(server));
        }
    }

    @Test
    void stepsBackAlsoAfterLargePagesThatCame() {
        try (StubServer server = new StubServer(FIRST, SECOND, busy(), busy(), pageOf("c"), THIRD)) {
            list(server).expect(ExitCode.OK);
            assertEquals(
                    List.of(
                            "?limit=100",
                            "?cursor=a&limit=1000",
                            "?cursor=b&limit=1000",
                            "?cursor=b&limit=1000",
                            "?cursor=b&limit=100",
                            "?cursor=c&limit=100"),
                    queries(server));
        }
    }

    @Test
    void stepsBackAfterTwoFailuresWithinTheAttemptsOfThePage() {
        try (StubServer server = new StubServer(FIRST, busy(), busy(), busy(), SECOND, THIRD)) {
            String note = "audiences: the API failed (500 INTERNAL_ERROR: no); trying again in ";
            CommandRun.Result result = list(server);
            result.expect(ExitCode.OK);
            List<String> notes = result.stderr().lines().toList();
            for (int i = 0; i < notes.size(); i++) {
                assertTrue(notes.get(i).startsWith(note), notes.get(i));
                assertTrue(notes.get(i).endsWith(" (try " + (i + 2) + " of 5)"), notes.get(i));
            }
            assertEquals(3, notes.size());
            assertEquals(3, result.waits().size());
            assertEquals(
                    List.of("1000", "1000", "100", "100", "100"),
                    queries(server).subList(1, 6).stream()
                            .map(query -> query.replaceAll(".*=", ""))
                            .toList());
        }
    }

    @Test
    void aPageHasNoMoreAttemptsForBeingSteppedBackOn() {
        try (StubServer server = new StubServer(FIRST, busy(), busy(), busy(), busy(), busy())) {
            assertTrue(list(server)
                    .expect(ExitCode.UNAVAILABLE)
                    .stderr()
                    .contains("audiences: page 2: the API failed (500 INTERNAL_ERROR: no), 5 times in a row\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void stepsBackWhereNoRetryIsLeft(String retries) {
        List<Script> scripts = new ArrayList<>(List.of(FIRST, busy(), SECOND, THIRD));
        if (retries.equals("1")) {
            scripts.add(1, busy());
        }
        try (StubServer server = new StubServer(scripts.toArray(new Script[0]))) {
            CommandRun.Result result = list(server, "--retries", retries);
            assertEquals(ALL_THREE, result.expect(ExitCode.OK).out());
            assertEquals(retries, String.valueOf(result.waits().size()));
            assertEquals("?cursor=b&limit=100", queries(server).get(scripts.size() - 1));
        }
    }

    @Test
    void stepsBackAtOnceAfterAFailureThatIsNotRetried() {
        try (StubServer server = new StubServer(FIRST, json(501, "{}"), SECOND, THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals("?cursor=a&limit=100", queries(server).get(2));
        }
    }

    @Test
    void stepsBackWhereLargePagesComeTooLate() {
        Script stalled = (request, connection) -> {
            send(connection, head(200, "application/json", 1000));
            connection.getInputStream().read();
        };
        try (StubServer server = new StubServer(FIRST, stalled, stalled, SECOND, THIRD)) {
            CommandRun.Result result = list(server, "--timeout", "300ms");
            assertEquals(ALL_THREE, result.expect(ExitCode.OK).out());
            assertEquals("?cursor=a&limit=100", queries(server).get(3));
        }
    }

    @Test
    void stepsBackWhereLargePagesAreCut() {
        byte[] part = Arrays.copyOf(head(200, "application/json", 1000), 90);
        try (StubServer server = new StubServer(FIRST, raw(part), raw(part), SECOND, THIRD)) {
            assertEquals(ALL_THREE, list(server).expect(ExitCode.OK).out());
            assertEquals("?cursor=a&limit=100", queries(server).get(3));
        }
    }

    @Test
    void stepsBackWhereALargePageIsLargerThanTheCap() {
        Script endless = (request, connection) -> {
            send(
                    connection,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n\"".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                send(connection, block);
            }
        };
        try (StubServer server = new StubServer(FIRST, endless, SECOND, THIRD)) {
            list(server).expect(ExitCode.OK, ALL_THREE, "");
            assertEquals("?cursor=a&limit=100", queries(server).get(2));
        }
    }

    @Test
    void isNotToBlameForACursorThatTheApiRefuses() {
        try (StubServer server = new StubServer(FIRST, refusal(400), refusal(400))) {
            list(server).expect(ExitCode.REQUEST_REFUSED, "{\"id\":\"1\"}\n", """
                    audiences: page 2: the API refused the request (400 VALIDATION_ERROR: limit)
                      details: more
                      try: the cursor has expired or is not valid: run the list again from the beginning
                      trace id: trace-9
                      written before: 1 audience on 1 page
                    """);
            assertEquals(List.of("?limit=100", "?cursor=a&limit=1000", "?cursor=a&limit=100"), queries(server));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 410})
    void isNotToBlameForOtherRefusals(int status) {
        try (StubServer server = new StubServer(FIRST, refusal(status))) {
            list(server);
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void staysLargeAfterAWaitForTheRateLimitAndWithoutAConnection() {
        Script limited = json(429, error("RATE_LIMIT_EXCEEDED", "slower"));
        try (StubServer server = new StubServer(FIRST, limited, limited, limited, THIRD)) {
            list(server).expect(ExitCode.OK);
            assertEquals("?cursor=a&limit=1000", queries(server).get(4));
        }
    }

    @Test
    void isNoMoreThanIsWanted() {
        try (StubServer server = new StubServer(pageOf("a", audiences(0, 50)))) {
            list(server, "--max-items", "50").expect(ExitCode.OK);
            assertEquals(List.of("?limit=50"), queries(server));
        }
        try (StubServer server = new StubServer(
                pageOf("a", audiences(0, 100)), pageOf("b", audiences(99, 130)), pageOf("c", audiences(130, 250)))) {
            list(server, "--max-items", "250").expect(ExitCode.OK);
            // One of the second page is a repeated one.
            assertEquals(List.of("?limit=100", "?cursor=a&limit=150", "?cursor=b&limit=120"), queries(server));
        }
    }

    @Test
    void isThatOfWholePagesWhereOnlyMatchesCount() {
        try (StubServer server = new StubServer(FIRST, SECOND)) {
            list(server, "--max-items", "2", "--type", "monitoring").expect(ExitCode.OK);
            assertEquals(List.of("?limit=100", "?cursor=a&limit=1000"), queries(server));
        }
    }

    @Test
    void ofAFewWantedOnesIsNotToBlame() {
        try (StubServer server = new StubServer(pageOf("a", audiences(0, 100)), refusal(400))) {
            list(server, "--max-items", "120").expect(ExitCode.REQUEST_REFUSED);
            assertEquals(List.of("?limit=100", "?cursor=a&limit=20"), queries(server));
        }
    }

    @Test
    void isToldWhenVerbose() {
        try (StubServer server = new StubServer(FIRST, refusal(400), THIRD)) {
            String stderr = list(server, "-v").expect(ExitCode.OK).stderr();
            assertTrue(
                    stderr.contains("\n  from now on pages of 100: the API refused the request"
                            + " (400 VALIDATION_ERROR: limit)\n  GET "),
                    stderr);
            assertTrue(stderr.contains("?cursor=a&limit=1000\n"), stderr);
        }
        try (StubServer server = new StubServer(refusal(400), THIRD)) {
            String stderr = list(server, "-v").expect(ExitCode.OK).stderr();
            assertTrue(stderr.contains("\n  from now on the API chooses the size of pages: the API refused"), stderr);
            assertFalse(stderr.contains("(try 2)"), stderr);
        }
    }
}
