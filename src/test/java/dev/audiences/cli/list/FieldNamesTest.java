package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownFieldsTest {
    private static String stderr(String page, String... arguments) {
        try (StubServer server = new StubServer(json(200, page))) {
            return CommandRun.against(server.url())
                    .run(arguments)
                    .expect(ExitCode.OK)
                    .stderr();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "prospects,; did you mean prospectCount?",
        "PROSPECTS,; did you mean prospectCount?",
        "created,; did you mean createdAt?",
        "folder,; did you mean folderId?",
        "nmae,; did you mean name?",
        "createdat,; did you mean createdAt?",
        "extraordinary,''"
    })
    void thatNoAudienceHasAreTold(String field, String meant) {
        String says = "audiences: no audience has a field '" + field + "'" + meant + "\n";
        String page = page(null, audience("1"));
        assertEquals(says, stderr(page, "list", "--sort", field + ":desc"));
        assertEquals(says, stderr(page, "list", "--columns", "id," + field, "-o", "json"));
        assertEquals(says, stderr(page, "list", "--columns", field, "--sort", field));
        assertEquals("", stderr(page, "list", "--sort", field, "--quiet"));
    }

    @Test
    void thatOneAudienceHasAreFine() {
        String page = page(null, audience("1"), audience("2").replace("{", "{\"extra\":null,"), audience("3"));
        assertEquals("", stderr(page, "list", "--columns", "id,extra", "--sort", "extra"));
    }

    @Test
    void documentedOnesMayBeAbsent() {
        assertEquals("", stderr(page(null, "{\"id\":\"1\"}"), "list", "--columns", "description", "--sort", "name"));
    }

    @Test
    void ofNoAudienceNothingIsKnown() {
        assertEquals("", stderr(page(null), "list", "--sort", "prospects"));
        assertEquals(
                "audiences: no account group has a field 'title'\n",
                stderr(page(null, "{\"id\":\"1\"}"), "accounts", "--columns", "id,title"));
    }
}
