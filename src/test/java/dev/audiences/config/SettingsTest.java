package dev.audiences.config;

import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void anEditLeavesTheRestOfTheFileAlone() throws IOException {
        write("{\n  // mine\n  \"output\": \"csv\", /* stays */\n  \"profiles\": {\n    \"work\": {}\n  }\n}\n");
        run().run("config", "set", "accountGroupId", "a\"b", "--profile", "work")
                .expect(ExitCode.OK);
        String stderr =
                run().run("config", "set", "output", "json").expect(ExitCode.OK).stderr();
        assertTrue(stderr.endsWith(" " + file + "\n"), stderr);
        run().run("config", "set", "baseUrl", "https://example.com/", "--profile", "new")
                .expect(ExitCode.OK);
        String text = Files.readString(file);
        assertTrue(text.contains("// mine") && text.contains("/* stays */"), text);
        assertEquals(
                "a\"b\n",
                run().run("config", "get", "accountGroupId", "--profile", "work")
                        .out());
        assertEquals("json\n", run().run("config", "get", "output").out());
        assertEquals(
                "https://example.com\n",
                run().run("config", "get", "baseUrl", "--profile", "new").out());
        run().run("config", "unset", "output").expect(ExitCode.OK);
        assertEquals("table\n", run().run("config", "get", "output").out());
    }

    @Test
    void theKeyIsReadFromStdinAndKeptPrivate() throws IOException {
        file = folder.resolve("new/folder/config.json");
        run().stdin(CommandRun.CANARY + "\n").run("config", "set", "apiKey").expect(ExitCode.OK);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        String listed = run().run("config", "list").expect(ExitCode.OK).out();
        assertTrue(listed.contains("********6789  (" + file + ")"), listed);
        String stderr =
                run().run("config", "set", "apiKey", "x").expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.contains("never given as an argument"), stderr);
    }

    @Test
    void theKeyIsNotAskedForWhenEchoCanNotBeTurnedOff() {
        // The prompt of these runs finds no terminal to ask at, as when only stdout is redirected.
        run().terminal(new StandardStreams(true, false, false, true, 80))
                .stdin(CommandRun.CANARY + "\n")
                .run("config", "set", "apiKey")
                .expect(
                        ExitCode.SETTINGS,
                        "",
                        "audiences: the key can't be asked for without echo: stdout is not a terminal\n"
                                + "  try: let stdout be the terminal, or pipe the key into stdin\n");
    }

    @Test
    void aKeyReplacesAKeyCommandAndTheReverse() {
        String set = " is set in " + file + "\n";
        run().run("config", "set", "apiKeyCommand", "[\"pass\"]")
                .expect(ExitCode.OK, "", "audiences: apiKeyCommand" + set);
        run().stdin(CommandRun.CANARY)
                .run("config", "set", "apiKey")
                .expect(
                        ExitCode.OK,
                        "",
                        "audiences: apiKey" + set
                                + "audiences: apiKeyCommand is no longer set there: apiKey takes its place\n");
        run().stdin(CommandRun.CANARY)
                .run("config", "set", "apiKey", "--profile", "work")
                .expect(ExitCode.OK, "", "audiences: apiKey is set in profile work of " + file + "\n");
        run().run("config", "set", "apiKeyCommand", "[\"pass\"]")
                .expect(
                        ExitCode.OK,
                        "",
                        "audiences: apiKeyCommand" + set
                                + "audiences: apiKey is no longer set there: apiKeyCommand takes its place\n");
    }

    @Test
    void aMissingFileInAudiencesConfigIsAnError() {
        assertTrue(run().run("list").expect(ExitCode.SETTINGS).stderr().contains("there is no config file"));
    }

    @Test
    void theProfilesAreListedEvenWhenTheChosenOneIsMissing() throws IOException {
        write("{\"profile\": \"gone\", \"profiles\": {\"work\": {}, \"my own, $(x)\": {}, \"two\\nlines\": {}}}");
        run().with("AUDIENCES_PROFILE", "nosuch")
                .run("config", "get", "profiles")
                .expect(ExitCode.OK, "work\nmy own, $(x)\n", "");
        run().run("config", "get", "profiles", "--profile", "work").expect(ExitCode.USAGE);
        Files.delete(file);
        run().run("config", "get", "profiles").expect(ExitCode.OK, "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "set", "unset"})
    void aMissingKeyIsWrongUsage(String action) {
        String stderr = run().run("config", action).expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.startsWith("audiences: a KEY is missing\n  usage: audiences config " + action), stderr);
        assertTrue(stderr.contains("  try: one of apiKey, apiKeyCommand, accountGroupId, "), stderr);
    }

    @Test
    void aFormatMayBeWrittenInAnyCase() {
        run().run("config", "set", "output", "JSON").expect(ExitCode.OK);
        run().run("config", "get", "output").expect(ExitCode.OK, "json\n", "");
        run().run("config", "set", "output", "xml")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: there is no output format 'xml'\n"
                                + "  try: one of table, json, ndjson, csv, tsv\n");
    }

    @Test
    void anEmptyValueOrProfileIsWrongUsage() {
        for (String key : List.of("accountGroupId", "apiKeyCommand", "baseUrl", "output", "profile")) {
            run().run("config", "set", key, "")
                    .expect(
                            ExitCode.USAGE,
                            "",
                            "audiences: the value is empty\n  try: audiences config unset " + key + "\n");
        }
        for (String action : List.of("set output csv", "unset output", "get output", "list")) {
            String stderr = run().run(("config " + action + " --profile=").split(" "))
                    .expect(ExitCode.USAGE)
                    .stderr();
            assertTrue(stderr.startsWith("audiences: --profile: the value is empty\n"), stderr);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void choosingAProfileThatDoesNotExistYetIsReported() throws IOException {
        String set = "audiences: profile is set in " + file + "\n";
        String note = "audiences: note: there is no profile 'nosuch' in the config file yet; ";
        run().run("config", "set", "profile", "nosuch").expect(ExitCode.OK, "", set + note + "it holds none\n");
        write("{\"profiles\": {\"work\": {}, \"home\": {}}}");
        run().run("config", "set", "profile", "nosuch").expect(ExitCode.OK, "", set + note + "there are work, home\n");
        run().run("config", "set", "profile", "home").expect(ExitCode.OK, "", set);
    }

    @Test
    void aVariableThatTakesPrecedenceOverTheNewValueIsReported() {
        String set = " is set in " + file + "\n";
        run().with("AUDIENCES_ACCOUNT_GROUP_ID", "x")
                .run("config", "set", "accountGroupId", "y")
                .expect(
                        ExitCode.OK,
                        "",
                        "audiences: accountGroupId" + set
                                + "audiences: note: AUDIENCES_ACCOUNT_GROUP_ID is set and goes before it\n");
        run().with("AUDIENCES_API_KEY_FILE", "x")
                .run("config", "set", "apiKeyCommand", "[\"pass\"]")
                .expect(
                        ExitCode.OK,
                        "",
                        "audiences: apiKeyCommand" + set
                                + "audiences: note: AUDIENCES_API_KEY_FILE is set and goes before it\n");
        run().with("AUDIENCES_OUTPUT", "")
                .run("config", "set", "output", "csv")
                .expect(ExitCode.OK, "", "audiences: output" + set);
    }

    @Test
    void theErrorForAnUnsetSettingNamesTheCommandThatSetsIt() throws IOException {
        write("{\"profiles\": {\"my own\": {}}}");
        run().run("config", "get", "accountGroupId")
                .expect(
                        ExitCode.SETTINGS,
                        "",
                        "audiences: accountGroupId is not set\n"
                                + "  try: audiences config set accountGroupId VALUE\n");
        run().run("config", "get", "apiKey", "--profile", "my own")
                .expect(
                        ExitCode.SETTINGS,
                        "",
                        "audiences: apiKey is not set\n  try: audiences config set apiKey --profile 'my own'\n");
    }
}
