package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.Responses;
import dev.audiences.testing.StubServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses with a body of ambiguous length: the rest of it could be read as the next response. */
class FramingTest {
    private static final String BODY = Responses.page(null);
    private static final String CHUNKS = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";

    private static CommandRun.Result run(String head, String body) {
        String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + head + "\r\n\r\n" + body;
        try (StubServer server = new StubServer(StubServer.raw(response.getBytes(StandardCharsets.ISO_8859_1)))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list", "-o", "json", "--retries", "0");
            String stderr = result.stderr().replace("127.0.0.1:" + server.port(), "HOST");
            return new CommandRun.Result(result.exitCode(), result.stdout(), stderr, result.waits());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Transfer-Encoding: chunked|Content-Length: 5, it has both Transfer-Encoding and Content-Length",
        "Content-Length: 5|transfer-encoding: CHUNKED, it has both Transfer-Encoding and Content-Length",
        "Content-Length: 5|Content-Length: 6, it has two values of Content-Length",
        "Content-Length: -2, its Content-Length is not a number of bytes",
        "Content-Length: +5, its Content-Length is not a number of bytes",
        "Content-Length: 9999999999999999999, its Content-Length is not a number of bytes",
        "'Transfer-Encoding: gzip, chunked', its Transfer-Encoding is not chunked",
        "Transfer-Encoding: identity, its Transfer-Encoding is not chunked"
    })
    void isRejectedWhenAmbiguous(String head, String reason) {
        CommandRun.Result result = run(head.replace("|", "\r\n"), CHUNKS);
        result.expect(ExitCode.UNTRUSTED_ANSWER);
        assertEquals("", result.out());
        assertEquals(
                "audiences: page 1: the response from HOST is not valid HTTP: " + reason,
                result.stderr().lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-5", "ffffffff"})
    void isRejectedWhenAChunkHasNoSize(String size) {
        run("Transfer-Encoding: chunked", size + "\r\n" + CHUNKS).expect(ExitCode.UNTRUSTED_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"Transfer-Encoding: chunked, chunks", "X-Other: field, to the end of the connection"})
    void accepts(String head, String form) {
        run(head, form.equals("chunks") ? CHUNKS : BODY).expect(ExitCode.OK, "[]\n", "");
    }

    @Test
    void acceptsTheSameLengthTwice() {
        String length = "Content-Length: " + BODY.length();
        run(length + "\r\n" + length, BODY).expect(ExitCode.OK, "[]\n", "");
    }
}
