package dev.audiences.http;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.head;
import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final Script GOOD = json(200, page(null, audience("1")));

    private static Script busy(String... headers) {
        return json(503, error("BUSY", "later"), headers);
    }

    private static Script[] times(int count, Script script) {
        return Collections.nCopies(count, script).toArray(new Script[0]);
    }

    /** Sends neither headers nor the rest of the body. */
    private static Script stalled(byte... sent) {
        return (request, connection) -> {
            send(connection, head(200, "application/json", 1000), sent);
            connection.getInputStream().read();
        };
    }

    @Test
    void tryFiveTimesWithGrowingDelays() {
        try (StubServer server = new StubServer(times(5, busy()))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list");
            result.expect(ExitCode.UNAVAILABLE);
            assertEquals(4, result.waits().size());
            long full = 500;
            for (Duration wait : result.waits()) {
                assertTrue(wait.toMillis() >= full / 2 && wait.toMillis() <= full, () -> "waits " + result.waits());
                full *= 2;
            }
            assertTrue(result.stderr().contains(", 5 times in a row\n"), result.stderr());
        }
    }

    @Test
    void waitTwiceAsLongAfterTooManyRequests() {
        try (StubServer server =
                new StubServer(busy(), GOOD, json(429, error("RATE_LIMIT_EXCEEDED", "slower")), GOOD)) {
            List<Duration> unavailable = CommandRun.against(server.url())
                    .run("list")
                    .expect(ExitCode.OK)
                    .waits();
            List<Duration> limited = CommandRun.against(server.url())
                    .run("list")
                    .expect(ExitCode.OK)
                    .waits();
            long difference = limited.get(0).toMillis() - 2 * unavailable.get(0).toMillis();
            assertTrue(difference == 0 || difference == 1, () -> "waits " + unavailable + limited);
        }
    }

    @Test
    void anAttemptTakesNoLongerThanTheWholeRun() {
        try (StubServer server = new StubServer(stalled())) {
            CommandRun.against(server.url())
                    .run("list", "--max-time", "200ms", "--retries", "0")
                    .expect(ExitCode.UNAVAILABLE, "", """
                            audiences: no complete response from 127.0.0.1:%d within the 200 ms for the whole run (--max-time)
                              try: see whether the API is slow today, or allow more time with --max-time
                            """.formatted(server.port()));
        }
    }

    @Test
    void aBackoffIsAtMostTwentySeconds() {
        try (StubServer server = new StubServer(times(10, busy()))) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "--retries", "9", "--retry-max-time", "1h");
            result.expect(ExitCode.UNAVAILABLE);
            assertTrue(result.waits().get(8).toMillis() >= 10_000, () -> "waits " + result.waits());
            assertTrue(result.waits().get(8).toMillis() <= 20_000, () -> "waits " + result.waits());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|Fri, 01 May 2026 12:00:00 GMT|7000",
                "Fri, 01 May 2026 12:00:30 GMT|Fri, 01 May 2026 12:00:00 GMT|30000",
                // This machine's clock (noon) is an hour behind the server's; the delay is the difference of the two
                // dates.
                "Fri, 01 May 2026 13:00:05 GMT|Fri, 01 May 2026 13:00:00 GMT|5000",
                "0000000002|Fri, 01 May 2026 12:00:00 GMT|2000"
            })
    void waitAsLongAsTheServerAsks(String retryAfter, String date, long millis) {
        try (StubServer server = new StubServer(busy("Retry-After: " + retryAfter, "Date: " + date), GOOD)) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list");
            result.expect(ExitCode.OK);
            assertEquals(List.of(Duration.ofMillis(millis)), result.waits());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon",
                "-5",
                "1.5",
                "12345678901",
                "Fri, 01 May 2020 12:00:00 GMT",
                "0",
                "Fri, 31 Feb 2026 12:00:05 GMT",
                "Fri, 01 May 2026 25:00:05 GMT",
                "Fri, 01 May 20266 12:00:05 GMT",
                // Obsolete formats, which servers no longer send (RFC 9110, section 5.6.7).
                "Friday, 01-May-26 12:00:40 GMT",
                "Fri May  1 12:00:50 2026"
            })
    void waitAsUsualWhenRetryAfterIsInvalid(String retryAfter) {
        try (StubServer server = new StubServer(busy("Retry-After: " + retryAfter), GOOD)) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list");
            result.expect(ExitCode.OK);
            assertTrue(result.waits().get(0).toMillis() <= 500, () -> "waits " + result.waits());
        }
    }

    @Test
    void stopWhenTheWaitingBudgetIsSpent() {
        try (StubServer server = new StubServer(times(3, busy("Retry-After: 50")))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list");
            result.expect(ExitCode.UNAVAILABLE);
            assertEquals(2, result.waits().size());
            assertTrue(
                    result.stderr()
                            .contains(
                                    "asks to wait 50 s more: with the 100 s waited before, longer than the 120 s allowed"),
                    result.stderr());
        }
    }

    @Test
    void stopWhenTheTimeForTheWholeRunIsOver() {
        try (StubServer server = new StubServer(times(2, busy("Retry-After: 6")))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list", "--max-time", "10s");
            result.expect(ExitCode.UNAVAILABLE);
            assertTrue(result.stderr().contains("the 10 s for the whole run (--max-time) are over"), result.stderr());
        }
    }

    @Test
    void printEachDelayUnlessQuiet() {
        try (StubServer server = new StubServer(busy("Retry-After: 3"), GOOD, busy("Retry-After: 3"), GOOD)) {
            CommandRun.against(server.url())
                    .run("list", "-o", "ndjson", "--columns", "id")
                    .expect(
                            ExitCode.OK,
                            "{\"id\":\"1\"}\n",
                            "audiences: the API is unavailable (503 BUSY: later); trying again in 3 s (try 2 of 5)\n");
            CommandRun.against(server.url())
                    .run("list", "-q", "-o", "ndjson", "--columns", "id")
                    .expect(ExitCode.OK, "{\"id\":\"1\"}\n", "");
        }
    }

    @Test
    void printEachAttemptWhenVerbose() {
        try (StubServer server = new StubServer(busy("Retry-After: 3"), GOOD)) {
            CommandRun.against(server.url())
                    .run("list", "-v", "-o", "ndjson", "--columns", "id")
                    .expect(ExitCode.OK, "{\"id\":\"1\"}\n", """
                              GET %1$s
                              503 in 0 ms, %2$d bytes, trace id trace-9
                                content-length: %2$d
                                content-type: application/json; charset=utf-8
                                retry-after: 3
                            audiences: the API is unavailable (503 BUSY: later); trying again in 3 s (try 2 of 5)
                              GET %1$s (try 2)
                              200 in 0 ms, %3$d bytes, trace id trace-1
                                content-length: %3$d
                                content-type: application/json; charset=utf-8
                            """.formatted(
                                    server.url() + "/v1/accounts/group-1/audiences",
                                    error("BUSY", "later").length(),
                                    page(null, audience("1")).length()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "20"})
    void abortAStalledResponseAtTheTimeout(int bytesSent) {
        byte[] sent =
                Arrays.copyOf("{\"success\":true,\"da".getBytes(java.nio.charset.StandardCharsets.US_ASCII), bytesSent);
        try (StubServer server = new StubServer(stalled(sent), stalled(sent))) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "--timeout", "200ms", "--retries", "1");
            result.expect(ExitCode.UNAVAILABLE);
            assertTrue(result.stderr()
                    .contains("no complete response from 127.0.0.1:" + server.port() + " within 200 ms"));
            assertEquals(2, server.requests().size());
        }
    }
}
