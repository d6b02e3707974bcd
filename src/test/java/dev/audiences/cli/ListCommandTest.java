package dev.audiences.cli;

import static dev.audiences.Answers.audience;
import static dev.audiences.Answers.page;
import static dev.audiences.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.Answers;
import dev.audiences.StubServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    private static final String HEADER = "id,name,type,description,folderId,prospectCount,createdAt\n";

    private static String row(String id) {
        return id + ",Audience " + id + ",monitoring,,,25,2026-04-28T15:30:00.000Z\n";
    }

    @Test
    void followsCursorsToTheEnd() {
        try (StubServer server =
                new StubServer(json(200, page("a+/=&", audience("1"))), json(200, page(null, audience("2"))))) {
            CommandRun.against(server.url())
                    .run("list", "--all", "-o", "csv")
                    .expect(ExitCode.OK, HEADER + row("1") + row("2"), "");
            assertEquals(
                    List.of(
                            "/v1/accounts/group-1/audiences?limit=100",
                            "/v1/accounts/group-1/audiences?cursor=a%2B%2F%3D%26&limit=100"),
                    server.targets());
            assertEquals("Bearer " + CommandRun.CANARY, server.requests().get(0).header("authorization"));
        }
    }

    @Test
    void showsOnePageAndSaysThatThereIsMore() {
        try (StubServer server = new StubServer(json(200, page("c2", audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "--no-header")
                    .expect(
                            ExitCode.OK,
                            row("1"),
                            "audiences: 1 audience; there are more: add --all, or go on with  --cursor c2\n");
            assertEquals(List.of("/v1/accounts/group-1/audiences"), server.targets());
        }
    }

    @ParameterizedTest
    @CsvSource({"400,5", "401,4", "403,4", "404,5", "409,5", "429,6", "500,7", "502,7", "503,7"})
    void givesEachStatusItsExitCode(int status, int exitCode) {
        try (StubServer server = new StubServer(json(status, Answers.error("SOME_CODE", "why it is so")))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list", "--retries", "0");
            assertEquals(exitCode, result.exitCode());
            assertEquals("", result.out());
            String[] lines = result.stderr().split("\n");
            assertEquals(true, lines[0].contains("(" + status + " SOME_CODE: why it is so)"), lines[0]);
            assertEquals("  trace id: trace-9", lines[lines.length - 1]);
        }
    }
}
