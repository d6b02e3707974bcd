package dev.audiences.config;

import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings are refused, and which source a setting is taken from. */
class SettingsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("config.json");
    }

    private CommandRun run() {
        return new CommandRun()
                .without("AUDIENCES_API_KEY")
                .without("AUDIENCES_ACCOUNT_GROUP_ID")
                .with("AUDIENCES_CONFIG", file.toString());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"apiKey\": }|is not valid JSON|line 1",
                "{~\"accountGroup\": \"secret\"}|unknown key 'accountGroup'|line 2",
                "{~~\"apiKey\": 12345}|is not a string|line 3",
                "{\"output\": \"a\",~\"output\": \"b\"}|a key twice|line 2",
                "[]|does not hold a JSON object|line 1",
                "{~\"profiles\": []}|profiles in the config file is not a JSON object|line 2",
                "{\"profiles\": {~\"a\": \"secret\"}}|profile 'a' in the config file is not a JSON object|line 2",
                "{} secret|is not valid JSON|line 1",
                "{}~{}|holds text after its JSON object|line 2",
                "{\"apiKeyCommand\": [\"pass\",~1]}|is not a list of strings|line 2",
                "{\"profiles\": {\"a\": {\"profile\": \"b\"}}}|unknown key 'profile'|line 1",
                "{\"apiKeyCommand\": \"pass\"}|is not a list of strings|line 1",
                "{\"apiKey\": \"secret\", \"apiKeyCommand\": [\"pass\"]}|both apiKey and apiKeyCommand|line 1"
            })
    void aMalformedConfigFileIsReportedWithTheLineAndWithoutValues(String text, String says, String where)
            throws IOException {
        // A tilde stands for a line break, which would end the row.
        write(text.replace('~', '\n'));
        String stderr = run().run("list").expect(ExitCode.SETTINGS).stderr();
        assertTrue(stderr.contains(says), stderr);
        assertTrue(stderr.contains(file + ", " + where), stderr);
        assertFalse(stderr.contains("secret"), stderr);
    }

    @Test
    void aFifoOrDeviceIsRefusedWithoutReadingIt() throws IOException, InterruptedException {
        new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        assertTrue(run().run("list").expect(ExitCode.SETTINGS).stderr().contains("not a regular file"));
        assertTrue(run().with("AUDIENCES_CONFIG", "/dev/zero")
                .run("list")
                .expect(ExitCode.SETTINGS)
                .stderr()
                .contains("not a regular file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void aKeyThatOthersCanReadIsRefused(String permissions) throws IOException {
        write("{\"profiles\": {\"work\": {\"apiKey\": \"" + CommandRun.CANARY + "\"}}}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertTrue(run().run("list").expect(ExitCode.SETTINGS).stderr().contains("chmod 600 " + file + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`sk_live_canary0123456789\nx`,a line break",
                "`sk_live_canary0123456789\rx`,a line break",
                "`sk_live_canary0123456789 x`,a space",
                "`sk_live_canary0123456789é`,not ASCII",
                "`sk_live_canary0123456789\u0007`,a control character",
                "`sk_live_canary0123456789\u007f`,a control character"
            })
    void aKeyThatCanNotBeSentIsRefusedBeforeConnecting(String key, String says) {
        String stderr = new CommandRun()
                .with("AUDIENCES_API_KEY", key)
                .run("list")
                .expect(ExitCode.SETTINGS)
                .stderr();
        assertTrue(stderr.contains(says), stderr);
        assertTrue(stderr.contains("AUDIENCES_API_KEY"), stderr);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://127.0.0.1.example.com",
                "ftp://localhost",
                "https://user:secret@example.com",
                "https://example.com?x=secret",
                "api.example.com",
                "https://",
                "http://0.0.0.0",
                "https://exa mple.com"
            })
    void aBaseUrlThatIsUnsafeOrWrongIsRefusedBeforeConnecting(String url) {
        String stderr =
                CommandRun.against(url).run("list").expect(ExitCode.SETTINGS).stderr();
        assertTrue(stderr.contains("AUDIENCES_BASE_URL"), stderr);
        assertFalse(stderr.contains("secret"), stderr);
    }

    @ParameterizedTest
    @CsvSource({"--base-url,http://api.example.com", "--profile,nope"})
    void aWrongOptionIsNamed(String option, String value) throws IOException {
        write("{}");
        String stderr =
                run().run("list", option, value).expect(ExitCode.SETTINGS).stderr();
        assertTrue(stderr.contains("from: " + option + "\n"), stderr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a\nb", "a\ud800", "\udfffb"})
    void anAccountGroupIdThatIsNotAPathSegmentIsWrongUsage(String id) {
        new CommandRun().run("list", "-a", id).expect(ExitCode.USAGE);
    }

    @Test
    void eachSettingComesFromTheFirstThatHasIt() throws IOException {
        write("{ // comments and a comma at the end are fine\n"
                + "\"accountGroupId\": \"top\", \"output\": \"csv\", \"profile\": \"work\",\n"
                + "\"profiles\": {\"work\": {\"accountGroupId\": \"of-profile\"}, \"home\": {}},}");
        assertEquals(
                "of-profile\n", run().run("config", "get", "accountGroupId").out());
        assertEquals(
                "top\n",
                run().run("config", "get", "accountGroupId", "--profile", "home")
                        .out());
        assertEquals("csv\n", run().run("config", "get", "output").out());
        assertEquals(
                "of-env\n",
                run().with("AUDIENCES_ACCOUNT_GROUP_ID", "of-env")
                        .run("config", "get", "accountGroupId")
                        .out());
        String stderr = run().with("AUDIENCES_PROFILE", "nope")
                .run("list")
                .expect(ExitCode.SETTINGS)
                .stderr();
        assertTrue(stderr.contains("one of work, home"), stderr);
    }

    @Test
    void theKeyCanComeFromAFileOrACommand() throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key"), CommandRun.CANARY + "\n");
        write("{\"apiKeyCommand\": [\"cat\", \"" + keyFile + "\"]}");
        try (StubServer server = new StubServer(json(200, page(null)), json(200, page(null)))) {
            run().with("AUDIENCES_BASE_URL", server.url())
                    .run("list", "-a", "x")
                    .expect(ExitCode.OK);
            run().with("AUDIENCES_BASE_URL", server.url())
                    .with("AUDIENCES_API_KEY_FILE", keyFile.toString())
                    .run("list", "-a", "x")
                    .expect(ExitCode.OK);
            for (StubServer.Request request : server.requests()) {
                assertEquals("Bearer " + CommandRun.CANARY, request.header("authorization"));
            }
        }
        write("{\"apiKeyCommand\": [\"false\"]}");
        assertTrue(run().run("list").expect(ExitCode.SETTINGS).stderr().contains("exit code 1"));
    }

    @Test
    void aMissingFileInAudiencesConfigIsAnError() {
        assertTrue(run().run("list").expect(ExitCode.SETTINGS).stderr().contains("there is no config file"));
    }
}
