package dev.audiences.api;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.head;
import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.raw;
import static dev.audiences.testing.StubServer.response;
import static dev.audiences.testing.StubServer.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a response, a line each: what the server plays, and what the user gets. */
class FaultsTest {
    private static final String GOOD = page(null, audience("1"));

    /**
     * A fault.
     *
     * @param says what stderr holds
     * @param requests how many requests arrive; the last script is played for all that have none of their own
     */
    record Fault(String name, ExitCode exitCode, String says, int requests, List<Script> scripts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault fault(String name, ExitCode exitCode, String says, int requests, Script... scripts) {
        return new Fault(name, exitCode, says, requests, List.of(scripts));
    }

    /** A fault that every attempt meets. */
    private static Fault stubborn(String name, ExitCode exitCode, String says, Script script) {
        return fault(name, exitCode, says, 3, script);
    }

    private static Fault body(String name, String says, String body) {
        return fault(name, ExitCode.UNTRUSTED_ANSWER, says, 1, json(200, body));
    }

    private static Fault bytesOf(String name, String says, byte[] body) {
        Script script = (request, connection) -> send(connection, head(200, "application/json", body.length), body);
        return fault(name, ExitCode.UNTRUSTED_ANSWER, says, 1, script);
    }

    /** An error that comes with status 200. */
    private static Fault code(String code, ExitCode exitCode, String says, int requests) {
        return fault(code + ", 200", exitCode, says + " (200 " + code + ": x)", requests, json(200, error(code, "x")));
    }

    private static Fault redirect(String location, String shown) {
        String says = "redirect (307) to " + shown;
        return fault(says, ExitCode.UNTRUSTED_ANSWER, says, 1, status(307, "Location: " + location));
    }

    /** A success without a body, with these fields. */
    private static Fault noContent(String head) {
        Script script = (request, connection) -> send(connection, bytes("HTTP/1.1 " + head + "\r\n"));
        Script closing = (request, connection) -> {
            script.play(request, connection);
            connection.close();
        };
        String says = "no content (" + head.substring(0, 3) + ")";
        return fault(head, ExitCode.UNTRUSTED_ANSWER, says, 1, head.contains("close") ? closing : script);
    }

    private static Script cutAfter(int bytes) {
        byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
        return (request, connection) -> {
            send(connection, head(200, "application/json", whole.length), java.util.Arrays.copyOf(whole, bytes));
            connection.close();
        };
    }

    private static Script status(int status, String... headers) {
        return json(status, error("CODE", "why"), headers);
    }

    private static Script endless() {
        return (request, connection) -> {
            send(connection, bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\""));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                send(connection, block);
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String item(String fields) {
        return page(null, audience("0"), "{" + fields + "}");
    }

    private static String nested(int depth) {
        return page(null, "{\"id\":\"1\",\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    static Stream<Fault> faults() {
        return Stream.of(
                stubborn("cut before the headers", ExitCode.UNAVAILABLE, "was cut", raw(new byte[0])),
                stubborn("cut within the headers", ExitCode.UNAVAILABLE, "was cut", raw(bytes("HTTP/1.1 200"))),
                stubborn("cut within the body", ExitCode.UNAVAILABLE, "was cut", cutAfter(40)),
                stubborn(
                        "JSON that ends early",
                        ExitCode.UNAVAILABLE,
                        "ends in the middle",
                        json(200, GOOD.substring(0, 60))),
                stubborn("500", ExitCode.UNAVAILABLE, "(500 CODE: why)", status(500)),
                stubborn("502", ExitCode.UNAVAILABLE, "(502 CODE: why)", status(502)),
                stubborn("408", ExitCode.UNAVAILABLE, "(408 CODE: why)", status(408)),
                stubborn(
                        "502 of a proxy",
                        ExitCode.UNAVAILABLE,
                        "not the API's JSON",
                        response(502, "text/html", "<p>")),
                stubborn("429", ExitCode.RATE_LIMITED, "(429 CODE: why)", status(429)),
                stubborn("429 with status 200", ExitCode.RATE_LIMITED, "too many", json(200, error("RATE_LIMIT", "x"))),
                fault("500, then well", ExitCode.OK, "trying again in", 2, status(500), json(200, GOOD)),
                fault("a long wait asked for", ExitCode.RATE_LIMITED, "3600 s", 1, status(429, "Retry-After: 3600")),
                fault("a long wait, 503", ExitCode.UNAVAILABLE, "3600 s", 1, status(503, "Retry-After: 3600")),
                fault("501", ExitCode.UNAVAILABLE, "(501 CODE: why)", 1, status(501)),
                fault("418", ExitCode.REQUEST_REFUSED, "(418 CODE: why)", 1, status(418)),
                fault(
                        "301",
                        ExitCode.UNTRUSTED_ANSWER,
                        "redirect (301) to http://[::1]:9/, which",
                        1,
                        status(301, "Location: http://[::1]:9/")),
                redirect("//me:secret99@h.example/a?token=t#f", "//…@h.example/a?…"),
                redirect("https://h.example?a@b", "https://h.example?…"),
                redirect("login?next=/v1", "login?…"),
                redirect("https://h.example/" + CommandRun.CANARY + "/x", "https://h.example/********"),
                fault("302 to nowhere", ExitCode.UNTRUSTED_ANSWER, "redirect (302), which", 1, status(302)),
                fault(
                        "304",
                        ExitCode.UNTRUSTED_ANSWER,
                        "unknown response (304)",
                        1,
                        raw(bytes("HTTP/1.1 304 X\r\n\r\n"))),
                stubborn("520", ExitCode.UNAVAILABLE, "the content network in front of the API", status(520)),
                stubborn("521", ExitCode.UNAVAILABLE, "the content network in front of the API", status(521)),
                stubborn("522", ExitCode.UNAVAILABLE, "the API took too long", status(522)),
                stubborn("523", ExitCode.UNAVAILABLE, "the content network in front of the API", status(523)),
                stubborn("524", ExitCode.UNAVAILABLE, "the API took too long", response(524, "text/html", "<p>")),
                stubborn("529", ExitCode.UNAVAILABLE, "the API is overloaded", status(529)),
                fault("525", ExitCode.UNAVAILABLE, "(525 CODE: why)", 1, status(525)),
                fault("407 without a proxy", ExitCode.REQUEST_REFUSED, "the API refused", 1, status(407)),
                fault("307", ExitCode.UNTRUSTED_ANSWER, "redirect (307)", 1, status(307, "Location: /elsewhere")),
                fault("success false", ExitCode.REQUEST_REFUSED, "(200 X: why)", 1, json(200, error("X", "why"))),
                fault("unauthorized, 200", ExitCode.KEY_REFUSED, "key was", 1, json(200, error("UNAUTHORIZED", "x"))),
                code("unauthenticated", ExitCode.KEY_REFUSED, "the API key was rejected", 1),
                code("INVALID_API_KEY", ExitCode.KEY_REFUSED, "the API key was rejected", 1),
                code("FORBIDDEN", ExitCode.KEY_REFUSED, "the API key lacks a permission", 1),
                code("PERMISSION_DENIED", ExitCode.KEY_REFUSED, "the API key lacks a permission", 1),
                code("TOO_MANY_REQUESTS", ExitCode.RATE_LIMITED, "too many requests", 3),
                code("UPSTREAM_ERROR", ExitCode.UNAVAILABLE, "a service behind the API failed", 3),
                code("BAD_GATEWAY", ExitCode.UNAVAILABLE, "a service behind the API failed", 3),
                code("INTERNAL_ERROR", ExitCode.UNAVAILABLE, "the API failed", 3),
                code("UNAVAILABLE", ExitCode.UNAVAILABLE, "the API failed", 3),
                fault(
                        "failure without an error",
                        ExitCode.REQUEST_REFUSED,
                        "(200)",
                        1,
                        json(200, "{\"success\":false}")),
                fault(
                        "error a text",
                        ExitCode.REQUEST_REFUSED,
                        "(400, not in the API's JSON: no)",
                        1,
                        json(400, "{\"error\":\"no\"}")),
                fault("error a null", ExitCode.REQUEST_REFUSED, "not the API's JSON", 1, json(400, "{\"error\":null}")),
                fault("error broken", ExitCode.REQUEST_REFUSED, "not the API's JSON", 1, json(400, "{\"error\":")),
                noContent("204 No\r\n"),
                noContent("204 No\r\nContent-Type: application/json\r\n"),
                noContent("204 No\r\nContent-Length: 0\r\n"),
                noContent("204 No\r\nConnection: close\r\n"),
                noContent("204 No\r\nContent-Length: 2\r\n"),
                noContent("205 Reset\r\nContent-Length: 0\r\n"),
                noContent("205 Reset\r\nConnection: close\r\n"),
                fault("empty", ExitCode.UNTRUSTED_ANSWER, "an empty response", 1, json(200, "")),
                fault("HTML", ExitCode.UNTRUSTED_ANSWER, "got text/html", 1, response(200, "text/html", "<html>")),
                stubborn("no gzip", ExitCode.UNAVAILABLE, "not gzip", json(200, GOOD, "Content-Encoding: gzip")),
                fault("brotli", ExitCode.UNTRUSTED_ANSWER, "(br)", 1, json(200, GOOD, "Content-Encoding: br")),
                fault("not HTTP", ExitCode.UNTRUSTED_ANSWER, "not valid HTTP", 1, raw(bytes("SSH-2.0-x\r\n\r\n"))),
                fault("endless", ExitCode.UNTRUSTED_ANSWER, "larger than 64 MiB", 1, endless()),
                body("malformed", "malformed JSON (line 1, column", "{\"success\": nope}"),
                body("not an object", "not an object", "[]"),
                body("trailing text", "text after the end", GOOD + "x"),
                body("trailing text that could be cut", "text after the end of the JSON (line 1", GOOD + "t"),
                body("trailing word that could be cut", "text after the end", GOOD + " tru"),
                body("trailing sign", "text after the end", GOOD + "-"),
                body("trailing quote", "text after the end", GOOD + "\""),
                bytesOf("trailing byte", "not UTF-8", bytes(GOOD + "\u00ff")),
                bytesOf("trailing half of a character", "text after the end", bytes(GOOD + "\u00c3")),
                bytesOf("UTF-16LE", "UTF-16 or UTF-32", GOOD.getBytes(StandardCharsets.UTF_16LE)),
                bytesOf("UTF-16BE", "UTF-16 or UTF-32", GOOD.getBytes(StandardCharsets.UTF_16BE)),
                bytesOf("UTF-16 with a mark", "UTF-16 or UTF-32", GOOD.getBytes(StandardCharsets.UTF_16)),
                bytesOf("UTF-32LE", "UTF-16 or UTF-32", GOOD.getBytes(Charset.forName("UTF-32LE"))),
                bytesOf("UTF-32BE", "UTF-16 or UTF-32", GOOD.getBytes(Charset.forName("UTF-32BE"))),
                body("cursor no URL can carry", "nextCursor holds half", page("a\\ud800b", audience("1"))),
                body("a second document", "after the end", GOOD + GOOD),
                body("duplicate key", "a key twice", item("\"id\":\"1\",\"id\":\"2\"")),
                body("duplicate key, nested", "a key twice", item("\"id\":\"1\",\"x\":{\"a\":1,\"a\":2}")),
                body("duplicate key of the envelope", "a key twice", "{\"success\":true,\"success\":true}"),
                body(
                        "nesting",
                        "JSON nested deeper than 1000 levels, or a number of more than 1000 digits",
                        nested(1001)),
                body(
                        "long number",
                        "JSON nested deeper than 1000 levels, or a number of more than 1000 digits",
                        item("\"id\":\"1\",\"n\":" + "9".repeat(1001))),
                body("id missing", "items[1].id is missing", item("\"name\":\"x\"")),
                body("id null", "items[1].id is missing", item("\"id\":null")),
                body("id empty", "items[1].id is not a string with text", item("\"id\":\"\"")),
                body("folder an object", "items[1].folderId is not a string", item("\"id\":\"1\",\"folderId\":{}")),
                fault(
                        "count 90, and nulls",
                        ExitCode.OK,
                        "",
                        1,
                        json(200, item("\"id\":\"1\",\"prospectCount\":-90,\"name\":null"))),
                fault("count null", ExitCode.OK, "", 1, json(200, item("\"id\":\"1\",\"prospectCount\":null"))),
                body(
                        "count text",
                        "items[1].prospectCount is not a whole number",
                        item("\"id\":\"1\",\"prospectCount\":true")),
                body(
                        "items an object",
                        "data.items is not an array",
                        GOOD.replace("[", "{\"a\":[").replace("]", "]}")),
                body(
                        "cursor a number",
                        "data.nextCursor is not a string",
                        GOOD.replace("\"nextCursor\":null", "\"nextCursor\":1")),
                body("cursor empty", "with no cursor", page("", audience("1"))),
                body("hasMore null", "hasMore is missing", GOOD.replace("\"hasMore\":false", "\"hasMore\":null")),
                body("data a list", "data.items is missing", "{\"success\":true,\"data\":[{\"items\":[]}]}"),
                fault(
                        "no content type",
                        ExitCode.UNTRUSTED_ANSWER,
                        "without a content type",
                        1,
                        response(200, null, GOOD)),
                fault(
                        "other JSON",
                        ExitCode.UNTRUSTED_ANSWER,
                        "got text/x+json",
                        1,
                        response(200, "text/x+json", GOOD)),
                fault("202", ExitCode.UNTRUSTED_ANSWER, "unknown response (202)", 1, json(202, GOOD)),
                fault("300", ExitCode.UNTRUSTED_ANSWER, "redirect (300)", 1, status(300)),
                fault(
                        "no length",
                        ExitCode.OK,
                        "",
                        1,
                        raw(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + GOOD))),
                body("id a number", "items[1].id is not a string", item("\"id\":7")),
                body("name a number", "items[1].name is not a string", item("\"id\":\"1\",\"name\":7")),
                body("count a string", "items[1].prospectCount", item("\"id\":\"1\",\"prospectCount\":\"12\"")),
                body("count a fraction", "items[1].prospectCount", item("\"id\":\"1\",\"prospectCount\":1.5")),
                body("item a string", "items[0] is not an object", page(null, "\"x\"")),
                body("items missing", "data.items is missing", "{\"success\":true,\"data\":{\"hasMore\":false}}"),
                body("data null", "data.items is missing", "{\"success\":true,\"data\":null}"),
                body("success missing", "success is missing", GOOD.replace("\"success\":true,", "")),
                body("error beside success", "there is an error", GOOD.replace("\"error\":null", "\"error\":{}")),
                body("hasMore missing", "hasMore is missing", GOOD.replace(",\"hasMore\":false", "")),
                body("hasMore a string", "not true or false", GOOD.replace("\"hasMore\":false", "\"hasMore\":\"no\"")),
                body("hasMore, no cursor", "with no cursor", GOOD.replace("\"hasMore\":false", "\"hasMore\":true")),
                bytesOf("not UTF-8", "not UTF-8", bytes("\"\u00c0\u0080\" ")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldForWhatItIs(Fault fault) {
        List<Script> scripts = new ArrayList<>(fault.scripts());
        while (scripts.size() < fault.requests()) {
            scripts.add(scripts.get(scripts.size() - 1));
        }
        try (StubServer server = new StubServer(scripts.toArray(new Script[0]))) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "-o", "csv", "--no-header", "--retries", "2");
            result.expect(fault.exitCode());
            assertTrue(result.stderr().contains(fault.says()), result.stderr());
            assertEquals(fault.exitCode() == ExitCode.OK, !result.out().isEmpty(), result.out());
            assertEquals(fault.requests(), server.requests().size());
        }
    }
}
