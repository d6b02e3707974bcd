package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static String stderr(int width, String variable, String value) {
        try (StubServer server =
                new StubServer(json(200, page("a", audience("1"))), json(200, page(null, audience("2"))))) {
            return CommandRun.against(server.url())
                    .with(variable, value)
                    .terminal(new StandardStreams(false, false, false, true, width))
                    .run("list", "--all", "-o", "csv")
                    .expect(ExitCode.OK)
                    .stderr();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,'1 audience, 1 page so far …'",
        "28,'1 audience, 1 page so far …'",
        "27,'1 audience, 1 page so far…'",
        "10,'1 audien…'",
        "2,…"
    })
    void fitsTheTerminal(int width, String line) {
        String erase = "\r\u001b[K";
        assertEquals(erase + line + erase + "audiences: 2 audiences\n", stderr(width, "TERM", "xterm"));
    }

    @ParameterizedTest
    @CsvSource({"TERM,dumb", "CI,true", "CI,1"})
    void isNotShownWhereItCanNotBeTakenAway(String variable, String value) {
        assertEquals("audiences: 2 audiences\n", stderr(80, variable, value));
    }

    @Test
    void isShownOutsideOfBuilds() {
        assertFalse(stderr(80, "CI", "false").startsWith("audiences"));
        assertFalse(stderr(80, "CI", "").startsWith("audiences"));
    }
}
