package dev.audiences.cli.config;

import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that is typed at the prompt is tried once, after it was stored. */
class KeyCheckTest {
    private static final String KEY = "sk_live_typed0123456789";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("config.json");
    }

    private CommandRun typing(StubServer server) {
        return CommandRun.against(server.url())
                .without("AUDIENCES_API_KEY")
                .without("AUDIENCES_ACCOUNT_GROUP_ID")
                .with("AUDIENCES_CONFIG", file.toString())
                .typed(KEY);
    }

    private String set() {
        return "audiences: apiKey is set in " + file + "\n";
    }

    /** What is on stderr, without the line that is shown while the key is tried. */
    private static String told(CommandRun.Result result) {
        return result.stderr().replace("\r\u001b[Ktrying the key …", "").replace("\r\u001b[K", "");
    }

    private static String group(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":" + name + ",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
    }

    @Test
    void withOneAccountGroupTheNextCommandListsIt() throws IOException {
        try (StubServer server = new StubServer(json(200, page(null, group("g1", "\"Sales\""))))) {
            CommandRun.Result result =
                    typing(server).run("config", "set", "apiKey").expect(ExitCode.OK);
            assertEquals(
                    set() + "audiences: the API accepts the key, for the account group g1 (Sales)\n"
                            + "  next: audiences list\n",
                    told(result));
            assertEquals(List.of("/v1/accounts"), server.targets());
            assertEquals("Bearer " + KEY, server.requests().get(0).header("authorization"));
            assertTrue(Files.readString(file).contains(KEY));
        }
    }

    @Test
    void ofSeveralAccountGroupsEachHasItsCommand() {
        try (StubServer server = new StubServer(
                json(200, page(null, group("g1", "\"Sales\""), group("it's", "\"Odd\""), group("g 3", "null"))))) {
            CommandRun.Result result = typing(server)
                    .run("config", "set", "apiKey", "--profile", "work")
                    .expect(ExitCode.OK);
            assertEquals("audiences: apiKey is set in profile work of " + file + """

                    audiences: the API accepts the key, for 3 account groups
                      next, one of:
                        audiences config set accountGroupId g1 --profile work    (Sales)
                        the id, escaped as in JSON: it\\u0027s    (Odd)
                        audiences config set accountGroupId 'g 3' --profile work
                    """, told(result));
        }
    }

    @Test
    void anAccountGroupThatIsSetAlreadyIsLookedFor() {
        try (StubServer server = new StubServer(
                json(200, page(null, group("g1", "null"), group("g2", "null"))),
                json(200, page(null, group("g1", "null"), group("g2", "null"))))) {
            CommandRun run = typing(server).with("AUDIENCES_ACCOUNT_GROUP_ID", "g2");
            String told = told(run.run("config", "set", "apiKey").expect(ExitCode.OK));
            assertTrue(told.endsWith("for 2 account groups\n  next: audiences list\n"), told);
            run.with("AUDIENCES_ACCOUNT_GROUP_ID", "g9");
            told = told(run.run("config", "set", "apiKey").expect(ExitCode.OK));
            assertTrue(
                    told.contains(
                            "  the account group that is set, g9 (AUDIENCES_ACCOUNT_GROUP_ID), is none of them\n"),
                    told);
        }
    }

    @Test
    void aKeyWithoutAccountGroupsIsAccepted() {
        try (StubServer server = new StubServer(json(200, page(null)))) {
            String told = told(typing(server).run("config", "set", "apiKey").expect(ExitCode.OK));
            assertTrue(told.contains("the API accepts the key, but it can use no account group\n"), told);
        }
    }

    @Test
    void aRefusedKeyIsSavedAllTheSame() throws IOException {
        try (StubServer server = new StubServer(json(401, error("UNAUTHORIZED", "Invalid")))) {
            CommandRun.Result result =
                    typing(server).run("config", "set", "apiKey").expect(ExitCode.KEY_REFUSED);
            String told = told(result);
            assertTrue(
                    told.startsWith(set() + "audiences: the API key was rejected (401 UNAUTHORIZED: Invalid)\n"), told);
            assertTrue(told.contains("  key from: the prompt\n"), told);
            assertTrue(told.endsWith("  note: it is saved all the same\n"), told);
            assertTrue(Files.readString(file).contains(KEY));
        }
    }

    @Test
    void aKeyThatCanNotBeTriedIsSavedAllTheSame() throws IOException {
        try (StubServer server = new StubServer(json(503, error("DOWN", "later")))) {
            String told = told(typing(server).run("config", "set", "apiKey").expect(ExitCode.OK));
            assertTrue(told.startsWith(set() + "audiences: the key could not be tried: "), told);
            assertTrue(told.endsWith("  it is saved all the same; to try it later:  audiences accounts\n"), told);
            assertTrue(Files.readString(file).contains(KEY));
        }
    }

    @Test
    void aWrongBaseUrlDoesNotLoseIt() throws IOException {
        try (StubServer server = new StubServer()) {
            String told = told(typing(server)
                    .with("AUDIENCES_BASE_URL", "http://example.com")
                    .run("config", "set", "apiKey")
                    .expect(ExitCode.OK));
            assertTrue(told.contains("audiences: the key could not be tried: "), told);
            assertTrue(Files.readString(file).contains(KEY));
        }
    }

    @Test
    void theTypedKeyIsTriedAndNotTheOneThatTakesPrecedence() {
        try (StubServer server = new StubServer(json(200, page(null, group("g1", "null"))))) {
            String told = told(typing(server)
                    .with("AUDIENCES_API_KEY", CommandRun.CANARY)
                    .run("config", "set", "apiKey")
                    .expect(ExitCode.OK));
            assertTrue(told.contains("note: AUDIENCES_API_KEY is set and goes before it\n"), told);
            assertEquals("Bearer " + KEY, server.requests().get(0).header("authorization"));
        }
    }

    @Test
    void itIsNotTriedWhenThatIsNotWantedOrItComesFromStdin() {
        try (StubServer server = new StubServer()) {
            CommandRun.Result result =
                    typing(server).run("config", "set", "apiKey", "--no-check").expect(ExitCode.OK);
            assertEquals(set() + "  next: audiences accounts\n", result.stderr());
            CommandRun.against(server.url())
                    .with("AUDIENCES_CONFIG", file.toString())
                    .without("AUDIENCES_API_KEY")
                    .stdin(KEY)
                    .run("config", "set", "apiKey")
                    .expect(ExitCode.OK, "", set());
        }
    }
}
