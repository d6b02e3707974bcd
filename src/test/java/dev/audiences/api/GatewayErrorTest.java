package dev.audiences.api;

import static dev.audiences.testing.StubServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.Responses;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of what stands between the program and the API: their words reach the user, and the key is not blamed. */
class GatewayErrorTest {
    private static CommandRun.Result ask(int status, String type, String body, String... headers) {
        try (StubServer server = new StubServer(response(status, type, body, headers))) {
            return CommandRun.against(server.url()).run("list", "--retries", "0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json| {\"message\":\"Forbidden\"}| Forbidden",
                "application/json| {\"message\":[\"a must be\",\"b must be\"],\"error\":\"Bad\",\"statusCode\":1}| Bad: a must be; b must be",
                "application/problem+json| {\"type\":\"x\",\"title\":\"Denied\",\"detail\":\"by rule 7\"}| Denied: by rule 7",
                "application/json| {\"error\":\"invalid_token\",\"error_description\":\"It is old\"}| invalid_token: It is old",
                "application/x-amz-json-1.1| {\"__type\":\"X\",\"Message\":\"Not authorized\"}| Not authorized",
                "application/json| {\"errors\":[{\"detail\":\"one\"},{\"message\":\"two\"},\"three\"]}| one; two; three",
                "application/json| {\"error\":{\"code\":403,\"message\":\"API disabled\"}}| API disabled",
                "application/json| {\"fault\":{\"faultstring\":\"Invalid ApiKey\"}}| Invalid ApiKey",
                "application/json| \"just words\"| just words",
                "text/html| <html><head><title>  Just a  moment&hellip; &#x41;&amp;B </title>| Just a moment… A&B",
                "text/html| <!DOCTYPE html><HTML><TITLE lang=en>Blocked</TITLE>| Blocked",
                "application/xml| <?xml?><Error><Code>X</Code><Message>Access Denied</Message></Error>| Access Denied",
                "text/plain| error code: 1020| error code: 1020",
                "text/html| {\"message\":\"said as HTML\"}| said as HTML"
            })
    void whatTheySayReachesTheUser(String type, String body, String says) {
        assertTrue(ask(418, type, body).stderr().contains("(418, not in the API's JSON: " + says + ")\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>no title</p>",
                "<title>",
                "<title></title>",
                "{\"message\":",
                "{\"message\":null}",
                "{\"message\":{\"a\":{\"b\":{\"c\":{\"message\":\"deep\"}}}}}",
                "[[[[[[[[\"deep\"]]]]]]]]",
                "[]",
                "{}"
            })
    void whatSaysNothingIsNamedAsWhatItIs(String body) {
        String stderr =
                ask(418, "text/html", body).expect(ExitCode.REQUEST_REFUSED).stderr();
        assertTrue(stderr.contains("(418, and the response is not the API's JSON)\n"), stderr);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalOnTheWayDoesNotBlameTheKey(int status) {
        ask(status, "text/html", "<title>Attention Required!</title>")
                .expect(ExitCode.KEY_REFUSED, "", """
                audiences: the request was refused (%d, not in the API's JSON: Attention Required!)
                  try: a proxy, a firewall or a content network may have refused this: -v shows what answered; check the \
                base URL too
                  or: if the API itself refused it, check the key (from: AUDIENCES_API_KEY)
                """.formatted(status));
        String json = ask(status, "application/json", "{\"message\":\"Forbidden\"}")
                .expect(ExitCode.KEY_REFUSED)
                .stderr();
        assertFalse(json.contains("the API key was rejected") || json.contains("lacks a permission"), json);
    }

    @Test
    void theApisOwnRefusalBlamesTheKey() {
        String stderr = ask(401, "application/json", Responses.error("UNAUTHORIZED", "Invalid"))
                .expect(ExitCode.KEY_REFUSED)
                .stderr();
        assertTrue(stderr.startsWith("audiences: the API key was rejected (401 UNAUTHORIZED: Invalid)\n"), stderr);
    }

    @Test
    void theTitleOfACaptivePortalIsTold() {
        String stderr = ask(200, "text/html", "<title>Welcome to the hotel</title>")
                .expect(ExitCode.UNTRUSTED_ANSWER)
                .stderr();
        assertTrue(
                stderr.startsWith("audiences: page 1: expected JSON, got text/html that says: Welcome to the hotel\n"));
    }

    @Test
    void longAndHostileWordsAreCutAndMadeVisible() {
        String stderr = ask(418, "text/html", "<title>" + "\u001b]52;c;x\u0007\u202e".repeat(1000) + "</title>")
                .stderr();
        assertTrue(stderr.contains("\\u001b]52;c;x\\u0007\\u202e\\u001b]52"), stderr);
        assertTrue(stderr.length() < 3000, stderr);
        assertTrue(ask(418, "text/plain", "\n two\r\n\tlines \n").stderr().contains("JSON: two lines)"));
        for (String hostile : new String[] {"{\"a\":".repeat(900), "<".repeat(1 << 20), "[\"x\",".repeat(900)}) {
            ask(418, "text/html", hostile).expect(ExitCode.REQUEST_REFUSED);
        }
    }

    @Test
    void fieldsThatTellWhoAnsweredAreShownWhenAsked() {
        try (StubServer server = new StubServer(response(
                403,
                "text/html",
                "<p>",
                "Server: cloudflare",
                "Via: 1.1 office",
                "CF-RAY: 8c0-FRA",
                "X-RateLimit-Remaining: 0",
                "X-Request-Id: " + CommandRun.CANARY,
                "Set-Cookie: session=secret",
                "X-Echo: " + CommandRun.CANARY,
                "X-Cache: " + "y".repeat(1000)))) {
            String stderr = CommandRun.against(server.url())
                    .run("list", "-v")
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertEquals(
                    """
                        cf-ray: 8c0-FRA
                        content-length: 3
                        content-type: text/html
                        server: cloudflare
                        via: 1.1 office
                        x-cache: %s…
                        x-ratelimit-remaining: 0
                        x-request-id: ********
                    """.formatted("y".repeat(291)),
                    stderr.lines()
                            .filter(line -> line.startsWith("    "))
                            .reduce("", (all, line) -> all + line + "\n"));
            assertFalse(stderr.contains("secret"), stderr);
            assertFalse(stderr.contains("\tat ") || stderr.contains("Exception"), stderr);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anOrdinaryFailureHasNoStackTrace(int status) {
        try (StubServer server = StubServer.always(StubServer.json(status, Responses.error("CODE", "why")))) {
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-v", "--retries", "1")
                    .stderr();
            assertFalse(stderr.contains("Exception"), stderr);
        }
    }
}
