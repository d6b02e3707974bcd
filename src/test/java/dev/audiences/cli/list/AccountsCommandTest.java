package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.StubServer.json;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;

class AccountsCommandTest {
    @Test
    void saysThatTheListItselfIsMissing() {
        try (StubServer server = new StubServer(json(404, error("NOT_FOUND", "nothing here")))) {
            CommandRun.against(server.url()).run("accounts").expect(ExitCode.REQUEST_REFUSED, "", """
                    audiences: the list of account groups was not found (404 NOT_FOUND: nothing here)
                      details: more
                      try: check the base URL
                      trace id: trace-9
                    """);
        }
    }
}
