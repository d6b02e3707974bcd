package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output files whose names end in {@code .gz}. */
class GzipOutputTest {
    private static final Script DENIED = json(403, error("FORBIDDEN", "no"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "list.txt.gz,'ID  NAME\n1   Audience 1\n2   Audience 2\n'",
        "list.json.gz,'[{\"id\":\"1\",\"name\":\"Audience 1\"},{\"id\":\"2\",\"name\":\"Audience 2\"}]\n'",
        "list.ndjson.gz,'{\"id\":\"1\",\"name\":\"Audience 1\"}\n{\"id\":\"2\",\"name\":\"Audience 2\"}\n'",
        "list.jsonl.gz,'{\"id\":\"1\",\"name\":\"Audience 1\"}\n{\"id\":\"2\",\"name\":\"Audience 2\"}\n'",
        "LIST.CSV.GZ,'id,name\n1,Audience 1\n2,Audience 2\n'",
        "list.tsv.gz,'id\tname\n1\tAudience 1\n2\tAudience 2\n'"
    })
    void theWholeListIsCompressed(String name, String expected) throws IOException {
        assertEquals("", written(name));
        assertEquals(expected, uncompressed(Files.readAllBytes(folder.resolve(name))));
        assertArrayEquals(new String[] {name}, folder.toFile().list());
    }

    @Test
    void anOptionNamesTheFormatOfAFileThatIsOnlyCalledCompressed() throws IOException {
        assertEquals("", written("list.gz", "-o", "csv"));
        assertEquals("id,name\n1,Audience 1\n2,Audience 2\n", uncompressed(bytes("list.gz")));

        String path = folder.resolve("list.csv.gz").toString();
        assertEquals(
                "audiences: note: " + path + " is written as tsv, as --output says\n",
                written("list.csv.gz", "-o", "tsv"));
        assertEquals("id\tname\n1\tAudience 1\n2\tAudience 2\n", uncompressed(bytes("list.csv.gz")));
    }

    @Test
    void withoutOneItIsATable() throws IOException {
        for (String name : new String[] {"list.gz", ".gz"}) {
            String stderr = written(name);
            assertTrue(
                    stderr.startsWith("audiences: note: " + folder.resolve(name) + " is written as a table, since "),
                    stderr);
            assertEquals("ID  NAME\n1   Audience 1\n2   Audience 2\n", uncompressed(bytes(name)));
        }
    }

    @Test
    void theSameListGivesTheSameBytes() throws IOException {
        written("list.csv.gz");
        byte[] first = bytes("list.csv.gz");
        written("list.csv.gz");
        assertArrayEquals(first, bytes("list.csv.gz"));
        // Deflate, no flags, no time, no extra flags, an unknown system.
        assertEquals("1f8b08000000000000ff", HexFormat.of().formatHex(first, 0, 10));
    }

    @Test
    void anEmptyListIsCompressedToo() throws IOException {
        Path file = folder.resolve("list.ndjson.gz");
        try (StubServer server = new StubServer(json(200, page(null)))) {
            CommandRun.against(server.url())
                    .run("list", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 0 audiences in " + file + "\n");
        }
        assertEquals("", uncompressed(Files.readAllBytes(file)));
    }

    @Test
    void theFileIsAsItWasWhenALaterPageFails() throws IOException {
        Path file = folder.resolve("list.csv.gz");
        Files.writeString(file, "old");
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), DENIED)) {
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-O", file.toString())
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertTrue(
                    stderr.endsWith("read before and not written: 1 audience on 1 page; run it again for the whole"
                            + " list\n"),
                    stderr);
        }
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"list.csv.gz"}, folder.toFile().list());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeGetsTheWholeList() throws Exception {
        Path fifo = fifo();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<byte[]> read = reader.submit(() -> Files.readAllBytes(fifo));
            assertEquals("", written("list.csv.gz"));
            assertEquals("id,name\n1,Audience 1\n2,Audience 2\n", uncompressed(read.get()));
        } finally {
            reader.shutdown();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePartThatAPipeGotBeforeAFailureIsSeenToBeOne() throws Exception {
        Path fifo = fifo();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), DENIED)) {
            Future<byte[]> read = reader.submit(() -> Files.readAllBytes(fifo));
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-O", fifo.toString())
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertTrue(stderr.endsWith("; run it again for the whole list\n"), stderr);
            byte[] part = read.get();
            assertThrows(EOFException.class, () -> uncompressed(part));
        } finally {
            reader.shutdown();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceThatIsFullIsReported() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        Path link = Files.createSymbolicLink(folder.resolve("list.csv.gz"), full);
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-O", link.toString())
                    .expect(ExitCode.OUTPUT_FAILED, "", """
                            audiences: can't write %s: No space left on device
                              try: check where the output goes, and whether there is room
                            """.formatted(link));
        } finally {
            // Spares JUnit, which warns of links that lead out of its folder.
            Files.delete(link);
        }
    }

    /** Lists two audiences on two pages and returns stderr; stdout is a terminal, which must not matter. */
    private String written(String name, String... options) {
        String[] fixed = {
            "list", "--all", "--columns", "id,name", "-O", folder.resolve(name).toString()
        };
        String[] arguments = Arrays.copyOf(fixed, fixed.length + options.length);
        System.arraycopy(options, 0, arguments, fixed.length, options.length);
        try (StubServer server =
                new StubServer(json(200, page("a", audience("1"))), json(200, page(null, audience("2"))))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .terminal(new StandardStreams(true, true, false, false, 20))
                    .run(arguments);
            result.expect(ExitCode.OK);
            assertEquals("", result.out());
            // The last line tells how many audiences are in the file; see ListSummaryTest.
            return result.stderr().replaceFirst("audiences: 2 audiences in \\S+\n$", "");
        }
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static String uncompressed(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path fifo() throws IOException, InterruptedException {
        Path fifo = folder.resolve("list.csv.gz");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        return fifo;
    }
}
