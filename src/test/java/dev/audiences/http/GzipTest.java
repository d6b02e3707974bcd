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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses in gzip. */
class GzipTest {
    private static final String PAGE = page(null, audience("1"));
    private static final String ROW = "{\"id\":\"1\"}\n";
    private static final int HEADER = 10;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static Script packed(int status, byte[] body, String... fields) {
        return (request, connection) -> send(connection, head(status, "application/json", body.length, fields), body);
    }

    private static Script packed(byte[] body) {
        return packed(200, body, "Content-Encoding: gzip");
    }

    private static CommandRun.Result list(StubServer server, String... more) {
        String[] usual = {"list", "-o", "ndjson", "--columns", "id"};
        String[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return CommandRun.against(server.url()).run(all);
    }

    private static void assertReads(byte[] body) {
        try (StubServer server = new StubServer(packed(body))) {
            list(server).expect(ExitCode.OK, ROW, "");
        }
    }

    @Test
    void anErrorThatIsNotGzipIsAnErrorByItsStatus() {
        try (StubServer server = new StubServer(packed(401, bytes("<html>"), "Content-Encoding: gzip"))) {
            CommandRun.Result refused = list(server).expect(ExitCode.KEY_REFUSED);
            assertTrue(refused.stderr().contains("(401, and the response is not the API's JSON)"), refused.stderr());
            assertEquals(1, server.requests().size());
        }
        byte[] cut = Arrays.copyOf(gzip(error("RATE_LIMITED", "slowly")), 20);
        try (StubServer server =
                new StubServer(packed(429, cut, "Content-Encoding: gzip", "Retry-After: 1"), packed(gzip(PAGE)))) {
            CommandRun.Result later = list(server).expect(ExitCode.OK);
            assertTrue(later.stderr().contains("trying again in 1 s"), later.stderr());
        }
    }

    @Test
    void isAskedForAndRead() {
        try (StubServer server = new StubServer(packed(gzip(PAGE)))) {
            list(server).expect(ExitCode.OK, ROW, "");
            assertEquals("gzip", server.requests().get(0).header("Accept-Encoding"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Encoding: X-GZip",
                "content-encoding:  GZIP , identity",
                "Content-Encoding: identity\r\nContent-Encoding: gzip"
            })
    void hasMoreThanOneName(String fields) {
        try (StubServer server = new StubServer(packed(200, gzip(PAGE), fields))) {
            list(server).expect(ExitCode.OK, ROW, "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: identity", "Content-Encoding:", "Content-Encoding: , identity,"})
    void isNotSeenWhereNothingIsPacked(String field) {
        try (StubServer server = new StubServer(json(200, PAGE, field))) {
            list(server).expect(ExitCode.OK, ROW, "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Encoding: br|br",
                "Content-Encoding: deflate|deflate",
                "Content-Encoding: zstd|zstd",
                "Content-Encoding: gzip, gzip|gzip, gzip",
                "Content-Encoding: gzip;Content-Encoding: br|gzip, br"
            })
    void isTheOnlyEncodingThatIsRead(String fields, String named) {
        try (StubServer server = new StubServer(packed(200, gzip(PAGE), fields.split(";")))) {
            CommandRun.Result result = list(server);
            result.expect(ExitCode.UNTRUSTED_ANSWER);
            assertEquals("", result.out());
            assertTrue(
                    result.stderr()
                            .startsWith("audiences: page 1: expected JSON, got a response in an encoding that was not"
                                    + " asked for (" + named + ")\n"),
                    result.stderr());
        }
    }

    @Test
    void mayHaveSeveralMembersAndAnyHeader() {
        assertReads(joined(gzip(PAGE.substring(0, 40)), gzip(""), gzip(PAGE.substring(40))));
        byte[] plain = gzip(PAGE);
        byte[] data = Arrays.copyOfRange(plain, HEADER, plain.length);
        byte[] header = Arrays.copyOf(plain, HEADER);
        header[3] = 1 | 2 | 4 | 8 | 16;
        byte[] fields = joined(header, new byte[] {3, 0, 'x', 'y', 'z'}, bytes("name\0comment\0"));
        CRC32 crc = new CRC32();
        crc.update(fields);
        int value = (int) crc.getValue();
        byte[] check = {(byte) value, (byte) (value >> 8)};
        assertReads(joined(fields, check, data));
        header[3] = 4;
        assertReads(joined(header, new byte[] {0, 0}, data));
        check[0]++;
        assertBroken("its checksum or length is wrong", joined(fields, check, data));
    }

    /** Checks that a body is requested again, and in the end is a failure of the connection. */
    private static void assertBroken(String reason, byte[] body) {
        Script script = packed(body);
        try (StubServer server = new StubServer(script, script)) {
            CommandRun.Result result = list(server, "--retries", "1", "-q");
            result.expect(ExitCode.UNAVAILABLE, "", """
                    audiences: the gzip response from 127.0.0.1:%d can't be unpacked: %s, 2 times in a row
                      try: the response was damaged on its way: run it again
                    """.formatted(server.port(), reason));
        }
    }

    @Test
    void isRequestedAgainWhenBroken() {
        byte[] whole = gzip(PAGE);
        assertBroken("it is not gzip", bytes(PAGE));
        assertBroken("it is not gzip", new byte[] {0x1f, (byte) 0x8b, 7});
        assertBroken("its header is damaged", new byte[] {0x1f, (byte) 0x8b, 8, 0x40});
        assertBroken("it ends in the middle", Arrays.copyOf(whole, 1));
        assertBroken("it ends in the middle", Arrays.copyOf(whole, HEADER));
        assertBroken("it ends in the middle", Arrays.copyOf(whole, whole.length / 2));
        assertBroken("it ends in the middle", Arrays.copyOf(whole, whole.length - 1));
        assertBroken("something follows its end", joined(whole, bytes("x")));
        assertBroken("something follows its end", joined(whole, new byte[3]));
        assertBroken("it ends in the middle", joined(whole, Arrays.copyOf(whole, 5)));
        for (int place : new int[] {whole.length - 1, whole.length - 5}) {
            byte[] damaged = whole.clone();
            damaged[place]++;
            assertBroken("its checksum or length is wrong", damaged);
        }
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, HEADER, HEADER + 8, (byte) 0xff);
        assertBroken("its data is damaged", damaged);
        try (StubServer server = new StubServer(packed(Arrays.copyOf(whole, 50)), packed(whole))) {
            assertEquals(ROW, list(server).expect(ExitCode.OK).out());
        }
    }

    @Test
    void isCutWithItsConnection() {
        byte[] whole = gzip(PAGE);
        Script cut = (request, connection) -> {
            send(
                    connection,
                    head(200, "application/json", whole.length, "Content-Encoding: gzip"),
                    Arrays.copyOf(whole, 60));
            connection.close();
        };
        try (StubServer server = new StubServer(cut, packed(whole))) {
            CommandRun.Result result = list(server);
            assertEquals(ROW, result.expect(ExitCode.OK).out());
            assertTrue(result.stderr().contains("was cut before the response was complete"), result.stderr());
        }
    }

    @Test
    void arrivesByteByByteAndInChunks() {
        byte[] body = gzip(PAGE);
        Script chunks = (request, connection) -> {
            send(
                    connection,
                    bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n"));
            for (byte b : body) {
                send(connection, bytes("1\r\n"), new byte[] {b}, bytes("\r\n"));
            }
            send(connection, bytes("0\r\n\r\n"));
        };
        try (StubServer server = new StubServer(chunks)) {
            list(server).expect(ExitCode.OK, ROW, "");
        }
    }

    @Test
    void thatUnpacksToTooMuchIsRefused() {
        byte[] bomb = gzip("\"" + "x".repeat((64 << 20) + 1));
        assertTrue(bomb.length < 100_000);
        try (StubServer server = new StubServer(packed(bomb))) {
            CommandRun.Result result = list(server).expect(ExitCode.UNTRUSTED_ANSWER);
            assertEquals("", result.out());
            assertTrue(
                    result.stderr().startsWith("audiences: page 1: the response is larger than 64 MiB\n"),
                    result.stderr());
        }
    }

    @Test
    void isReadInErrorsToo() {
        byte[] denied = gzip(error("FORBIDDEN", "no such permission"));
        try (StubServer server = new StubServer(packed(403, denied, "Content-Encoding: gzip"))) {
            assertTrue(
                    list(server).expect(ExitCode.KEY_REFUSED).stderr().contains("(403 FORBIDDEN: no such permission)"));
        }
        try (StubServer server = new StubServer(packed(403, gzip("x"), "Content-Encoding: br"))) {
            list(server).expect(ExitCode.KEY_REFUSED);
        }
    }

    @Test
    void mayBeEmptyWithoutAnyByte() {
        try (StubServer server = new StubServer(packed(new byte[0]))) {
            assertTrue(list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr().contains("got an empty response"));
        }
        Script noContent =
                (request, connection) -> send(connection, bytes("HTTP/1.1 204 No\r\nContent-Encoding: gzip\r\n\r\n"));
        try (StubServer server = new StubServer(noContent)) {
            assertTrue(list(server).expect(ExitCode.UNTRUSTED_ANSWER).stderr().contains("no content (204)"));
        }
    }

    @Test
    void isToldWhenVerbose() {
        byte[] body = gzip(PAGE);
        try (StubServer server = new StubServer(packed(body))) {
            String stderr = list(server, "-v").expect(ExitCode.OK).stderr();
            assertTrue(
                    stderr.contains(
                            "  200 in 0 ms, " + PAGE.length() + " bytes (" + body.length + " as gzip), trace id"),
                    stderr);
            assertTrue(stderr.contains("    content-encoding: gzip\n"), stderr);
        }
    }
}
