package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A list that the heap can't hold. */
class MemoryTest {
    @Test
    void isToldWithWhatNeedsLess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.against(server.url()).stdout(full).run("list").expect(ExitCode.OUTPUT_FAILED, "", """
                    audiences: the list does not fit into memory
                      try: -o csv without --sort, which needs no more than a few pages at a time, or a smaller --limit
                    """);
        }
    }
}
