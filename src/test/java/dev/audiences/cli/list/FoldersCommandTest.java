package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.data;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.folder;
import static dev.audiences.testing.Responses.navigation;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersCommandTest {
    private static final String TEXT_COUNT = audience("b").replace("\"prospectCount\":25", "\"prospectCount\":\"25\"");

    private static CommandRun.Result run(String body, String... arguments) {
        try (StubServer server = new StubServer(json(200, body))) {
            CommandRun.Result result = CommandRun.against(server.url()).run(arguments);
            assertEquals(List.of("/v1/accounts/group-1/audiences/navigation"), server.targets());
            return result;
        }
    }

    @Test
    void hasTheNumberOfAudiencesOfEach() {
        String body = navigation(folder("f1", "Q3, outreach", audience("a"), TEXT_COUNT), folder("f2", "Empty"));
        run(body, "folders", "-o", "csv").expect(ExitCode.OK, """
                id,name,audienceType,audienceCount,isPinned,position,createdAt,updatedAt
                f1,"Q3, outreach",monitoring,2,true,3,2026-04-28T15:30:00.000Z,2026-04-29T15:30:00.000Z
                f2,Empty,monitoring,0,true,3,2026-04-28T15:30:00.000Z,2026-04-29T15:30:00.000Z
                """, "");
    }

    @Test
    void jsonHasWhatTheApiSentAndTheNumber() {
        String folder = folder("f1", "Outreach", TEXT_COUNT);
        run(navigation(folder), "folders", "-o", "ndjson")
                .expect(ExitCode.OK, folder.replaceFirst("}$", ",\"audienceCount\":1}") + "\n", "");
    }

    @Test
    void aFolderNeedsNoMoreThanAnId() {
        run(navigation("{\"id\":\"f1\"}", "{\"id\":\"f2\",\"audiences\":null}"), "folders", "-o", "tsv", "--no-header")
                .expect(ExitCode.OK, "f1\t\t\t\t\t\t\t\nf2\t\t\t\t\t\t\t\n", "");
    }

    @Test
    void aCountThatTheApiSendsStays() {
        String folder = folder("f1", "Outreach").replaceFirst("}$", ",\"audienceCount\":7}");
        run(navigation(folder), "folders", "-o", "csv", "--columns", "audiences,audienceCount", "--no-header")
                .expect(ExitCode.OK, "[],7\n", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|the response is not a list: data.folders is missing",
                "{\"folders\":[{\"id\":\"f\",\"audiences\":7}]}|the response can't be used: folders[0].audiences is not an array",
                "{\"folders\":{}}|the response can't be used: data.folders is not an array",
                "{\"folders\":[{\"name\":\"x\"}]}|the response can't be used: folders[0].id is missing",
                "{\"folders\":[1]}|the response can't be used: folders[0] is not an object",
            })
    void aResponseWithoutFoldersIsNotTrusted(String data, String message) {
        CommandRun.Result result = run(data(data), "folders").expect(ExitCode.UNTRUSTED_ANSWER);
        assertEquals("", result.out());
        assertTrue(result.stderr().startsWith("audiences: " + message + "\n"), result.stderr());
    }

    @Test
    void aPageOfAudiencesIsNoListOfFolders() {
        run(page(null, audience("a")), "folders").expect(ExitCode.UNTRUSTED_ANSWER);
    }

    @Test
    void theHintNamesNoOptionThatThereIsNot() {
        try (StubServer server = new StubServer(json(409, error("CONFLICT", "what")))) {
            String stderr = CommandRun.against(server.url())
                    .run("folders")
                    .expect(ExitCode.REQUEST_REFUSED)
                    .stderr();
            assertTrue(stderr.contains("try: check the command against what the API says above"), stderr);
        }
    }

    @Test
    void namesTheMissingPermission() {
        try (StubServer server = new StubServer(json(403, error("FORBIDDEN", "no")))) {
            String stderr = CommandRun.against(server.url())
                    .run("folders")
                    .expect(ExitCode.KEY_REFUSED)
                    .stderr();
            assertTrue(stderr.contains("give the key the audiences:read permission"), stderr);
        }
    }
}
