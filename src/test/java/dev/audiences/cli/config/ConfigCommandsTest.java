package dev.audiences.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actions of {@code audiences config}. */
class ConfigCommandsTest {
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
        run().run("config", "set", "output", "jsonl").expect(ExitCode.OK);
        run().run("config", "get", "output").expect(ExitCode.OK, "ndjson\n", "");
        run().run("config", "set", "output", "xml")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: there is no output format 'xml'\n"
                                + "  try: one of table, json, ndjson, jsonl, csv, tsv, xlsx\n");
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

    @Test
    void aValueThatIsNotUtf8IsNotStored() {
        for (String setting : new String[] {"apiKeyCommand", "accountGroupId", "profile"}) {
            run().run("config", "set", setting, "[\"p\uFFFD\"]").expect(ExitCode.USAGE, "", """
                    audiences: the value is not UTF-8
                      try: write it in a terminal that is set to UTF-8
                    """);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void configShowsThatAVariableIsEmpty() throws IOException {
        write("{}");
        CommandRun run = run().with("AUDIENCES_ACCOUNT_GROUP_ID", "").with("AUDIENCES_OUTPUT", "");
        String listed = run.run("config", "list").expect(ExitCode.OK).out();
        assertTrue(
                listed.contains("accountGroupId  (not set; AUDIENCES_ACCOUNT_GROUP_ID is set, but empty)\n")
                        && listed.contains("table  (default; AUDIENCES_OUTPUT is set, but empty)\n"),
                listed);
        run.run("config", "get", "accountGroupId").expect(ExitCode.SETTINGS, "", """
                audiences: accountGroupId is not set
                  note: AUDIENCES_ACCOUNT_GROUP_ID is set, but empty
                  try: audiences config set accountGroupId VALUE
                """);
    }
}
