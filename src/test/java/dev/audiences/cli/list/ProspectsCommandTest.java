package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProspectsCommandTest {
    private static final String LIST = "/v1/accounts/group-1/audiences/aud-1/prospects";
    private static final String HEADER =
            "id,name,firstName,lastName,headline,linkedinUrl,publicIdentifier,company.name,"
                    + "company.industry,company.website,company.linkedinUrl\n";

    private static String prospect(String id) {
        return "{\"id\":\"" + id + "\",\"firstName\":\"Ann\",\"lastName\":null,\"name\":\"Ann, " + id
                + "\",\"linkedinUrl\":\"https://linkedin.example/in/" + id
                + "\",\"company\":{\"name\":\"Acme\",\"industry\":null,\"size\":12},\"score\":0.50}";
    }

    @Test
    void csvReachesIntoTheCompany() {
        try (StubServer server =
                new StubServer(json(200, page(null, prospect("p1"), "{\"id\":\"p2\",\"company\":null}")))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "-o", "csv")
                    .expect(
                            ExitCode.OK,
                            HEADER + "p1,\"Ann, p1\",Ann,,,https://linkedin.example/in/p1,,Acme,,,\np2,,,,,,,,,,\n",
                            "");
            assertEquals(List.of(LIST), server.targets());
        }
    }

    @Test
    void jsonKeepsEverything() {
        try (StubServer server = new StubServer(json(200, page(null, prospect("p1"))))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "-o", "json")
                    .expect(ExitCode.OK, "[" + prospect("p1") + "]\n", "");
        }
    }

    @Test
    void columnsTakeAnyFieldAndSortAny() {
        try (StubServer server = new StubServer(json(200, page(null, prospect("p1"), prospect("p2"))))) {
            CommandRun.against(server.url())
                    .run(
                            "prospects",
                            "aud-1",
                            "-o",
                            "csv",
                            "--columns",
                            "COMPANY.NAME,company.size,score",
                            "--sort",
                            "-id")
                    .expect(ExitCode.OK, "company.name,company.size,score\nAcme,12,0.50\nAcme,12,0.50\n", "");
        }
    }

    @Test
    void theTableHasWhoAndWhere() {
        try (StubServer server = new StubServer(json(200, page(null, prospect("p1"))))) {
            CommandRun.against(server.url()).run("prospects", "aud-1").expect(ExitCode.OK, """
                    ID  NAME     HEADLINE  COMPANY  LINKEDIN
                    p1  Ann, p1            Acme     https://linkedin.example/in/p1
                    """, "");
        }
    }

    @Test
    void goesThroughAllPagesWithLargerOnesFromTheSecond() {
        try (StubServer server =
                new StubServer(json(200, page("c2", prospect("p1"))), json(200, page(null, prospect("p2"))))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "--all", "--count")
                    .expect(ExitCode.OK, "2\n", "");
            assertEquals(List.of(LIST + "?limit=100", LIST + "?cursor=c2&limit=1000"), server.targets());
        }
    }

    @Test
    void onePageSaysThatThereIsMore() {
        try (StubServer server = new StubServer(json(200, page("c2", prospect("p1"))))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "-o", "tsv", "--no-header", "--columns", "id", "--limit", "1")
                    .expect(
                            ExitCode.OK,
                            "p1\n",
                            "audiences: 1 prospect; there are more: add --all, or go on with  --cursor c2\n");
        }
    }

    @Test
    void aFailedPageNamesTheCommandThatGoesOn() {
        try (StubServer server =
                new StubServer(json(200, page("c2", prospect("p1"))), json(403, error("FORBIDDEN", "no")))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "--all", "-o", "csv", "--columns", "id")
                    .expect(ExitCode.KEY_REFUSED, "id\np1\n", """
                            audiences: page 2: the API key lacks a permission (403 FORBIDDEN: no)
                              details: more
                              key from: AUDIENCES_API_KEY
                              try: give the key the prospects:read permission, and check that it may use this account group
                              trace id: trace-9
                              written before: 1 prospect on 1 page
                              go on with: audiences prospects aud-1 --all -o csv --columns id --no-header --cursor c2
                            """);
        }
    }

    @Test
    void anIdWithAHyphenStaysBehindTheEndOfOptions() {
        try (StubServer server =
                new StubServer(json(200, page("c2", prospect("p1"))), json(403, error("FORBIDDEN", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .run("prospects", "--all", "-o", "csv", "--", "-AUD")
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertTrue(
                    stderr.endsWith("go on with: audiences prospects --all -o csv --no-header --cursor c2 -- -AUD\n"),
                    stderr);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Acme\"", "7", "[\"a\"]", "true"})
    void aCompanyOfAnotherShapeIsNotTrusted(String company) {
        try (StubServer server = new StubServer(json(200, page(null, "{\"id\":\"p1\",\"company\":" + company + "}")))) {
            CommandRun.against(server.url()).run("prospects", "a").expect(ExitCode.UNTRUSTED_ANSWER, "", """
                    audiences: page 1: the response can't be used: items[0].company is not an object
                      try: run it again with -v, and send the output to the API's support
                    """);
        }
    }

    @Test
    void theFileSaysHowManyThereAre(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.xlsx");
        try (StubServer server = new StubServer(json(200, page(null, prospect("p1"), prospect("p2"))))) {
            CommandRun.against(server.url())
                    .run("prospects", "aud-1", "--all", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 2 prospects in " + file + "\n");
        }
        assertTrue(Files.size(file) > 0);
    }

    @Test
    void anAudienceThatIsNotReadyEndsWithSix() {
        try (StubServer server = new StubServer(json(409, error("AUDIENCE_NOT_READY", "not yet")))) {
            CommandRun.against(server.url()).run("prospects", "aud-1", "--all").expect(ExitCode.RATE_LIMITED, "", """
                    audiences: the audience aud-1 is not ready: a prospecting job is still filling it (409 AUDIENCE_NOT_READY: not yet)
                      details: more
                      try: run it again later;  audiences get --wait  with the same id waits until it is ready
                      trace id: trace-9
                    """);
        }
    }

    @Test
    void anAudienceThatIsNotThereIsNamed() {
        try (StubServer server = new StubServer(json(404, error("NOT_FOUND", "none")))) {
            String stderr = CommandRun.against(server.url())
                    .run("prospects", "aud-1")
                    .expect(ExitCode.REQUEST_REFUSED)
                    .stderr();
            assertTrue(
                    stderr.startsWith("audiences: the audience aud-1 was not found (404 NOT_FOUND: none)\n"), stderr);
        }
    }

    @Test
    void aKeyThatIsRefusedNeedsTheOtherPermission() {
        try (StubServer server = new StubServer(json(401, error("UNAUTHORIZED", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .run("prospects", "aud-1")
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertTrue(stderr.contains("create a key with the prospects:read permission"), stderr);
        }
    }

    @Test
    void aLinkIsNeverCut() {
        try (StubServer server = new StubServer(json(200, page(null, prospect("p".repeat(30)))))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .terminal(new StandardStreams(true, true, false, true, 60))
                    .run("prospects", "aud-1", "--color", "never")
                    .expect(ExitCode.OK);
            assertTrue(result.out().startsWith("ID") && !result.out().contains("LINKEDIN"), result.out());
            assertTrue(result.stderr().contains("not shown: linkedinUrl"), result.stderr());
        }
    }

    @Test
    void theIdMustBeGiven() {
        new CommandRun().run("prospects", "--all").expect(ExitCode.USAGE, "", """
                audiences: the id of an audience is missing
                  usage: audiences prospects ID [OPTIONS]
                  try: audiences list  shows the ids
                """);
        String stderr = new CommandRun().run("get").expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.startsWith("audiences: the id of an audience is missing\n"), stderr);
    }
}
