package dev.audiences.cli.console;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MaxTimeTest {
    private static final String OVER = """
            audiences: the 60 s of --max-time are over
              try: allow more with --max-time
            """;
    private static final String NOT_WRITTEN =
            "  read before and not written: 1 audience on 1 page; run it again for the whole list\n";
    private static final String PARTLY =
            "  a part of the list may have been written; run it again for the whole list\n";

    @TempDir
    private Path folder;

    /** Takes so long that the time of the run is over, and then fails. */
    private static final class StuckStream extends OutputStream {
        private final CommandRun run;

        StuckStream(CommandRun run) {
            this.run = run;
        }

        @Override
        public void write(int b) throws IOException {
            run.timePasses(Duration.ofMinutes(2));
            throw new IOException("stuck");
        }
    }

    @Test
    void endsTheRunWhenNobodyReadsStdout() {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun run = CommandRun.against(server.url());
            run.stdout(new StuckStream(run))
                    .run("list", "--max-time", "1m")
                    .expect(ExitCode.UNAVAILABLE, "", OVER + PARTLY);
        }
    }

    @Test
    void doesNotCountWhileTheRunIsQuick() {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun run = CommandRun.against(server.url());
            run.run("list", "-o", "csv", "--columns", "id", "--max-time", "1m").expect(ExitCode.OK, "id\n1\n", "");
            run.timePasses(Duration.ofMinutes(2));
            run.run("--version").expect(ExitCode.OK);
        }
    }

    @Test
    void leavesTheOldFileAndNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "old");
        CommandRun[] run = new CommandRun[1];
        Script late = (request, connection) -> {
            run[0].timePasses(Duration.ofMinutes(2));
            json(200, page(null, audience("2"))).play(request, connection);
        };
        // The first page is there when the second one is fetched again.
        Script busy = json(503, error("BUSY", "later"));
        try (StubServer server = new StubServer(json(200, page("a", audience("1"))), busy, late)) {
            run[0] = CommandRun.against(server.url());
            run[0].run("list", "--all", "-q", "--max-time", "1m", "-O", file.toString())
                    .expect(ExitCode.UNAVAILABLE, "", OVER + NOT_WRITTEN);
        }
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"list.csv"}, folder.toFile().list());
    }

    @Test
    void theFailureThatCameFirstIsTheOneThatIsTold() {
        CommandRun run = CommandRun.against("http://127.0.0.1:1");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("it is full");
            }
        };
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.Result result = run.with("AUDIENCES_BASE_URL", server.url())
                    .stdout(full)
                    .run("list", "--max-time", "1m")
                    .expect(ExitCode.OUTPUT_FAILED);
            run.timePasses(Duration.ofMinutes(2));
            assertTrue(result.stderr().startsWith("audiences: can't write stdout: it is full\n"), result.stderr());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void boundsAProgramThatPrintsTheKey() throws IOException {
        keyFrom("[\"sleep\", \"30\"]").run("list", "--max-time", "100ms").expect(ExitCode.UNAVAILABLE, "", """
                        audiences: the 100 ms of --max-time are over
                          waiting for: the program that prints the API key did not end within 100 ms (--max-time)
                          try: allow more with --max-time
                        """);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theTimeoutBoundsAProgramThatPrintsTheKey() throws IOException {
        keyFrom("[\"sleep\", \"30\"]")
                .run("list", "--timeout", "100ms", "--max-time", "1h")
                .expect(ExitCode.SETTINGS, "", """
                        audiences: the program that prints the API key did not end within 100 ms (--timeout)
                          from: apiKeyCommand in %s
                          try: it gets no terminal: it must not ask; if it is only slow, allow more with --timeout
                        """.formatted(folder.resolve("config.json")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theTimeoutBoundsAPipeThatNobodyReads() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .run("list", "--timeout", "100ms", "-O", fifo.toString())
                    .expect(ExitCode.OUTPUT_FAILED, "", """
                            audiences: nobody opened %s for reading within 100 ms (--timeout)
                              try: start the reader first, or allow more with --timeout
                            """.formatted(fifo));
        }
        // Lets the thread that opens it go on, and end.
        Files.newByteChannel(fifo).close();
    }

    private CommandRun keyFrom(String command) throws IOException {
        Path config = folder.resolve("config.json");
        Files.writeString(config, "{\"apiKeyCommand\": " + command + "}");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        return CommandRun.against("http://127.0.0.1:1")
                .without("AUDIENCES_API_KEY")
                .with("AUDIENCES_CONFIG", config.toString());
    }
}
