package dev.audiences.cli.session;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No setting names an account group: the API is asked which ones there are. */
class AccountChoiceTest {
    private static final String[] LIST = {"list", "-o", "tsv", "--no-header", "--columns", "id"};

    private static String group(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":" + name + ",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
    }

    private static CommandRun.Result list(StubServer server) {
        return CommandRun.against(server.url())
                .without("AUDIENCES_ACCOUNT_GROUP_ID")
                .run(LIST);
    }

    @Test
    void theOnlyOneIsUsed() {
        try (StubServer server = new StubServer(
                json(200, page(null, group("g 1", "\"Sales\\u001b\""))), json(200, page(null, audience("1"))))) {
            list(server)
                    .expect(
                            ExitCode.OK,
                            "1\n",
                            "audiences: account group g 1 (Sales\\u001b), the only one of this key\n");
            assertEquals(List.of("/v1/accounts", "/v1/accounts/g%201/audiences"), server.targets());
        }
    }

    @Test
    void ofSeveralTheUserHasToChoose() {
        try (StubServer server = new StubServer(
                json(200, page("p2", group("g1", "\"Sales\""))), json(200, page(null, group("g2", "null"))))) {
            list(server).expect(ExitCode.SETTINGS, "", """
                    audiences: no account group is set, and this key can use 2 of them:
                        g1 (Sales)
                        g2
                      for one run: --account ID, or the variable AUDIENCES_ACCOUNT_GROUP_ID
                      for good, such as: audiences config set accountGroupId g1
                    """);
            assertEquals(List.of("/v1/accounts", "/v1/accounts?cursor=p2"), server.targets());
        }
    }

    @Test
    void ofManyNotAllAreShown() {
        String[] groups =
                IntStream.range(0, 21).mapToObj(i -> group("g" + i, "null")).toArray(String[]::new);
        try (StubServer server = new StubServer(json(200, page(null, groups)))) {
            String stderr = list(server).expect(ExitCode.SETTINGS).stderr();
            assertTrue(stderr.contains("    g19\n    … ( audiences accounts  lists all)\n"), stderr);
        }
    }

    @Test
    void thereMayBeNone() {
        try (StubServer server = new StubServer(json(200, page(null)))) {
            list(server).expect(ExitCode.SETTINGS, "", """
                    audiences: the API key can use no account group
                      try: ask for access to one, or use another key
                    """);
        }
    }

    @Test
    void anIdThatCanNotStandInAUrlIsNotTrusted() {
        try (StubServer server = new StubServer(json(200, page(null, group("..", "null"))))) {
            list(server).expect(ExitCode.UNTRUSTED_ANSWER, "", """
                    audiences: the API named '..' as an account group
                      try: check the base URL:  audiences config list
                    """);
        }
    }

    @Test
    void aLaterPageMayFail() {
        try (StubServer server =
                new StubServer(json(200, page("p2", group("g1", "null"))), json(400, error("CODE", "no")))) {
            String stderr = list(server).expect(ExitCode.REQUEST_REFUSED).stderr();
            assertTrue(stderr.startsWith("audiences: page 2: the API refused the request (400 CODE: no)\n"), stderr);
        }
    }
}
