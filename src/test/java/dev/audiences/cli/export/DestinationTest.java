package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    private static final Script DENIED = json(403, error("FORBIDDEN", "no"));

    @TempDir
    private Path folder;

    @Test
    void takesNoNameOfAFolderForThatOfAFile() {
        refuses(folder.resolve("exports") + "/", "it is a folder");
    }

    @Test
    void saysWhyAFileCanNotBeMade() throws IOException {
        Files.createDirectory(folder.resolve("there"));
        refuses(folder.resolve("there").toString(), "it is a folder");
        refuses(folder.resolve("missing/list.csv").toString(), "there is no such folder");
        assertArrayEquals(new String[] {"there"}, folder.toFile().list());
    }

    private static void refuses(String path, String reason) {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url()).run("list", "-O", path).expect(ExitCode.OUTPUT_FAILED, "", """
                    audiences: can't write %s: %s
                      note: no file was changed
                      try: check that the folder exists, is writable and has room
                    """.formatted(
                            path, reason));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "table,'ID  NAME\n1   Audience 1\n2   Audience 2\n'",
        "json,'[{\"id\":\"1\",\"name\":\"Audience 1\"},{\"id\":\"2\",\"name\":\"Audience 2\"}]\n'",
        "ndjson,'{\"id\":\"1\",\"name\":\"Audience 1\"}\n{\"id\":\"2\",\"name\":\"Audience 2\"}\n'",
        "csv,'id,name\n1,Audience 1\n2,Audience 2\n'",
        "tsv,'id\tname\n1\tAudience 1\n2\tAudience 2\n'"
    })
    void aFileHoldsTheWholeList(String format, String expected) throws IOException {
        Path file = folder.resolve("list");
        Files.writeString(file, "old");
        try (StubServer server =
                new StubServer(json(200, page("a", audience("1"))), json(200, page(null, audience("2"))))) {
            CommandRun.against(server.url())
                    .terminal(new StandardStreams(true, true, false, false, 20))
                    .run("list", "--all", "-o", format, "--columns", "id,name", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 2 audiences in " + file + "\n");
        }
        assertEquals(expected, Files.readString(file));
        assertArrayEquals(new String[] {"list"}, folder.toFile().list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "ndjson", "csv", "tsv"})
    void aFileIsAsItWasWhenALaterPageFails(String format) throws IOException {
        Path file = folder.resolve("list");
        Files.writeString(file, "old");
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), DENIED)) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("list", "--all", "-o", format, "-O", file.toString())
                    .expect(ExitCode.KEY_REFUSED);
            assertEquals("", result.out());
            String says = "read before and not written: 1 audience on 1 page; run it again for the whole list\n";
            assertTrue(result.stderr().endsWith("\n  " + says), result.stderr());
        }
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"list"}, folder.toFile().list());
    }

    @Test
    void nothingIsWrittenAfterASignal() {
        Path file = folder.resolve("list");
        CommandRun[] run = new CommandRun[1];
        Script signal = (request, connection) -> {
            run[0].shutDown();
            json(200, page(null, audience("2"))).play(request, connection);
        };
        // The first page is there when the second one is fetched again.
        Script busy = json(503, error("BUSY", "later"));
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), busy, signal)) {
            run[0] = CommandRun.against(server.url());
            assertEquals(
                    """
                    audiences: ended before the list was complete
                      read before and not written: 1 audience on 1 page; run it again for the whole list
                    """,
                    run[0].run("list", "--all", "-q", "-o", "csv", "-O", file.toString())
                            .stderr());
        }
        assertArrayEquals(new String[0], folder.toFile().list());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatWentIntoAPipeIsWritten() throws Exception {
        Path fifo = fifo();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), DENIED)) {
            Future<byte[]> read = reader.submit(() -> Files.readAllBytes(fifo));
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-o", "csv", "--columns", "id", "-O", fifo.toString())
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertEquals("id\n1\n", new String(read.get(), StandardCharsets.UTF_8));
            String command = "audiences list --all -o csv --columns id -O " + fifo + " --no-header --cursor a\n";
            assertTrue(stderr.endsWith("\n  written before: 1 audience on 1 page\n  go on with: " + command), stderr);
        } finally {
            reader.shutdown();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeWhoseReaderGoesAwayIsLikeStdout() throws Exception {
        Path fifo = fifo();
        CountDownLatch gone = new CountDownLatch(1);
        Script afterwards = (request, connection) -> {
            gone.await();
            json(200, page(null, audience("2"))).play(request, connection);
        };
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), afterwards)) {
            Future<Integer> read = reader.submit(() -> firstByte(fifo, gone));
            CommandRun.against(server.url())
                    .run("list", "--all", "-o", "csv", "-O", fifo.toString())
                    .expect(ExitCode.READER_GONE, "", "");
            assertEquals('i', read.get());
        } finally {
            reader.shutdown();
        }
    }

    private static int firstByte(Path fifo, CountDownLatch gone) throws IOException {
        try (InputStream in = Files.newInputStream(fifo)) {
            return in.read();
        } finally {
            gone.countDown();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofADeviceThatIsFullNoFileIsSpokenOf() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "-O", "/dev/full")
                    .expect(ExitCode.OUTPUT_FAILED, "", """
                            audiences: can't write /dev/full: No space left on device
                              try: check where the output goes, and whether there is room
                            """);
        }
    }

    private Path fifo() throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        return fifo;
    }
}
