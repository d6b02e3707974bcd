package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.Responses;
import dev.audiences.testing.StubServer;
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
                            "/v1/accounts/group-1/audiences?cursor=a%2B%2F%3D%26&limit=1000"),
                    server.targets());
            assertEquals("Bearer " + CommandRun.CANARY, server.requests().get(0).header("authorization"));
        }
    }

    @Test
    void passesOnEveryFieldAsItCame() {
        String item =
                "{\"id\":\"1\",\"a\":null,\"b\":true,\"c\":false,\"d\":-1.50e+9,\"e\":[],\"f\":{},\"g\":\"é\",\"h\":0,"
                        + "\"nested\":{\"x\":[1,\"q\\\"\",null,[[],{}],{\"y\":[{\"z\":2.0}]}],\"w\":true}}";
        String spaced =
                item.replace(",", " ,\n").replace(":", " : ").replace("[", "[ ").replace("}", " }");
        String unknown = "{\"meta\":{\"a\":[1,{}]},\"success\":true,\"data\":{\"total\":[[{}]],";
        try (StubServer server = new StubServer(json(
                200,
                page(null, spaced).replace("{\"success\":true,\"data\":{", unknown),
                "Content-Encoding: identity"))) {
            CommandRun.against(server.url()).run("list", "-o", "ndjson").expect(ExitCode.OK, item + "\n", "");
        }
    }

    @Test
    void takesAnAnswerWithoutPagingForAllAccounts() {
        String accounts =
                "{\"success\":true,\"data\":{\"items\":[{\"id\":\"g\",\"name\":\"G\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}}";
        try (StubServer server = new StubServer(response(200, "application/vnd.api+json", accounts))) {
            CommandRun.against(server.url())
                    .run("accounts", "-o", "csv")
                    .expect(ExitCode.OK, "id,name,createdAt\ng,G,2026-01-01T00:00:00Z\n", "");
            assertEquals(List.of("/v1/accounts"), server.targets());
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
    @CsvSource({
        "400,5,the API refused the request",
        "401,4,the API key was rejected",
        "403,4,the API key lacks a permission",
        "404,5,the account group was not found",
        "408,7,the API took too long",
        "409,5,the API refused the request",
        "429,6,too many requests",
        "499,5,the API refused the request",
        "500,7,the API failed",
        "501,7,the API failed",
        "502,7,a service behind the API failed",
        "503,7,the API is unavailable",
        "504,7,the API took too long"
    })
    void givesEachStatusItsExitCode(int status, int exitCode, String says) {
        try (StubServer server = new StubServer(json(status, Responses.error("SOME_CODE", "why it is so")))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list", "--retries", "0");
            assertEquals(exitCode, result.exitCode());
            assertEquals("", result.out());
            String[] lines = result.stderr().split("\n");
            assertEquals("audiences: " + says + " (" + status + " SOME_CODE: why it is so)", lines[0]);
            assertEquals("  details: more", lines[1]);
            assertEquals("  trace id: trace-9", lines[lines.length - 1]);
        }
    }
}
