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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that other users can change, that are empty, or that were copied with too much. */
@DisabledOnOs(OS.WINDOWS)
class UnsafeSettingsTest {
    private static final String WHERE_FROM = """
              where from: the dashboard of your account with Sonarly, whose public API this program asks; \
            with the permission audiences:read
            """;
    private static final String NO_KEY_HINT = WHERE_FROM + """
              without one: audiences list --sandbox
              in a script: AUDIENCES_API_KEY, or AUDIENCES_API_KEY_FILE
              try: audiences config set apiKey
            """;

    @TempDir
    private Path folder;

    private Path config;
    private Path key;

    @BeforeEach
    void makeFiles() throws IOException {
        config = write("config.json", "{}", "rw-------");
        key = write("key", CommandRun.CANARY + "\n", "rw-------");
    }

    private Path write(String name, String text, String permissions) throws IOException {
        return permit(Files.writeString(folder.resolve(name), text), permissions);
    }

    private static Path permit(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private CommandRun run() {
        return new CommandRun().without("AUDIENCES_API_KEY").with("AUDIENCES_CONFIG", config.toString());
    }

    private CommandRun withKeyFile() {
        return run().with("AUDIENCES_API_KEY_FILE", key.toString());
    }

    /** Runs a list that must fail before any request, and returns its messages. */
    private static String refused(CommandRun run) {
        try (StubServer server = new StubServer()) {
            String stderr = run.with("AUDIENCES_BASE_URL", server.url())
                    .run("list")
                    .expect(ExitCode.SETTINGS)
                    .stderr();
            assertEquals(0, server.requests().size());
            return stderr;
        }
    }

    private static void works(CommandRun run) {
        try (StubServer server = new StubServer(json(200, page(null)))) {
            run.with("AUDIENCES_BASE_URL", server.url())
                    .run("list", "-o", "csv")
                    .expect(ExitCode.OK);
            assertEquals("Bearer " + CommandRun.CANARY, server.requests().get(0).header("authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aConfigFileThatOthersCanWriteIsRefusedEvenWithoutAKey(String permissions) throws IOException {
        permit(config, permissions);
        Path link = Files.createSymbolicLink(folder.resolve("link"), config);
        assertEquals("""
                audiences: the config file can be written by other users of this machine
                  from: %1$s
                  try: chmod 600 %1$s
                """.formatted(config), refused(withKeyFile()));
        assertTrue(
                refused(withKeyFile().with("AUDIENCES_CONFIG", link.toString())).contains("can be written"));
        run().run("config", "set", "output", "csv").expect(ExitCode.SETTINGS);
        assertEquals("{}", Files.readString(config));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aKeyFileThatOthersCanWriteIsRefused(String permissions) throws IOException {
        permit(key, permissions);
        assertEquals("""
                audiences: the file with the API key can be written by other users of this machine
                  from: AUDIENCES_API_KEY_FILE (%1$s)
                  try: chmod go-w %1$s
                """.formatted(key), refused(withKeyFile()));
    }

    @ParameterizedTest
    @CsvSource({"r--r--r--,true", "r--r-----,true", "r--------,false"})
    void aKeyFileThatOthersCanReadIsLoggedWithVerboseOnly(String permissions, boolean mentioned) throws IOException {
        permit(key, permissions);
        Path link = Files.createSymbolicLink(folder.resolve("link"), key);
        String says = "  other users of this machine can read the file with the API key: " + link + "\n";
        for (String option : new String[] {"-v", "--no-header"}) {
            try (StubServer server = new StubServer(json(200, page(null)))) {
                String stderr = withKeyFile()
                        .with("AUDIENCES_API_KEY_FILE", link.toString())
                        .with("AUDIENCES_BASE_URL", server.url())
                        .run("list", option)
                        .expect(ExitCode.OK)
                        .stderr();
                assertEquals(mentioned && option.equals("-v"), stderr.contains(says), stderr);
            }
        }
    }

    @Test
    void aConfigFileWithoutAKeyMayBeReadByAll() throws IOException {
        permit(config, "rw-r--r--");
        works(withKeyFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "folder/config.json"})
    void aCircleOfSymbolicLinksIsReportedAsSuch(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve("folder"), Path.of("folder"));
        Files.delete(config);
        Files.createSymbolicLink(config, config);
        Path path = folder.resolve(name);
        String expected = """
                audiences: the config file can't be reached: its symbolic links lead in a circle
                  from: %s
                  try: correct the links, or name another file in AUDIENCES_CONFIG
                """.formatted(path);
        assertEquals(expected, refused(withKeyFile().with("AUDIENCES_CONFIG", path.toString())));
        run().with("AUDIENCES_CONFIG", path.toString())
                .run("config", "set", "output", "csv")
                .expect(ExitCode.SETTINGS, "", expected);
    }

    @Test
    void theNullDeviceMeansNoConfigFile() throws IOException {
        works(withKeyFile().with("AUDIENCES_CONFIG", "/dev/null"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
        works(withKeyFile().with("AUDIENCES_CONFIG", link.toString()));
        // JUnit would warn of a link that leads out of its folder.
        Files.delete(link);
        run().with("AUDIENCES_CONFIG", "/dev/null")
                .run("config", "unset", "output")
                .expect(ExitCode.OK);
        run().with("AUDIENCES_CONFIG", "/dev/null")
                .run("config", "set", "output", "csv")
                .expect(ExitCode.SETTINGS, "", """
                        audiences: /dev/null stands for no config file: there is nothing to write to
                          from: /dev/null
                          try: name a file in AUDIENCES_CONFIG, or unset it
                        """);
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    }

    @Test
    void aForeignFileInPlaceOfTheLockIsLeftAlone() throws IOException {
        Path lock = Files.createSymbolicLink(folder.resolve("config.json.lock"), key);
        run().run("config", "set", "output", "csv").expect(ExitCode.OUTPUT_FAILED, "", """
                audiences: can't write %s: config.json.lock is not a regular file
                  note: no file was changed
                  try: check that the folder exists, is writable and has room
                """.formatted(config));
        assertTrue(Files.isSymbolicLink(lock));
        assertEquals(CommandRun.CANARY + "\n", Files.readString(key));
        assertEquals("{}", Files.readString(config));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheKey() throws IOException {
        write("key", "\uFEFF" + CommandRun.CANARY + "\r\n", "rw-------");
        works(withKeyFile());
        write("config.json", "{\"apiKeyCommand\": [\"cat\", \"" + key + "\"]}", "rw-------");
        works(run());
        run().stdin("\uFEFF" + CommandRun.CANARY + "\n")
                .run("config", "set", "apiKey")
                .expect(ExitCode.OK);
        works(run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void aKeyInUtf16IsReportedAsSuch(String charset) throws IOException {
        Files.write(key, CommandRun.CANARY.getBytes(Charset.forName(charset)));
        assertEquals("""
                audiences: the API key is written in UTF-16
                  from: AUDIENCES_API_KEY_FILE (%s)
                  try: save it as UTF-8, in PowerShell with  -Encoding ascii
                """.formatted(key), refused(withKeyFile()));
        write("config.json", "{\"apiKeyCommand\": [\"cat\", \"" + key + "\"]}", "rw-------");
        assertTrue(refused(run()).contains("is written in UTF-16"));
        run().stdin(new String(Files.readAllBytes(key), StandardCharsets.ISO_8859_1))
                .run("config", "set", "apiKey")
                .expect(ExitCode.SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sk_live_canary\"|in quotes",
                "'sk_live_canary'|in quotes",
                "\"sk_live_canary|in quotes",
                "sk_live_canary'|in quotes",
                "\"|in quotes",
                "\"Bearer sk_live_canary\"|in quotes",
                "Bearer sk_live_canary|words of a header",
                "bearer canary|words of a header",
                "Authorization: Bearer canary|words of a header",
                "AUDIENCES_API_KEY=sk_live_canary|the name of a variable",
                "export AUDIENCES_API_KEY=\"canary\"|the name of a variable",
                "apiKey: canary|the name of a variable"
            })
    void textThatWasCopiedWithTheKeyIsRefused(String value, String says) throws IOException {
        String stderr = refused(run().with("AUDIENCES_API_KEY", value));
        assertTrue(stderr.contains(says) && stderr.contains("  from: AUDIENCES_API_KEY\n"), stderr);
        write("key", value + "\n", "rw-------");
        String ofFile = refused(withKeyFile());
        assertTrue(ofFile.contains(says), ofFile);
        String ofStdin = run().stdin(value)
                .run("config", "set", "apiKey")
                .expect(ExitCode.SETTINGS)
                .stderr();
        assertTrue(ofStdin.contains(says), ofStdin);
        assertFalse((stderr + ofFile + ofStdin).contains("canary"), stderr);
    }

    @Test
    void aMissingKeyIsReportedWithTheEmptyVariable() {
        assertEquals("audiences: no API key is set\n" + NO_KEY_HINT, refused(run()));
        assertEquals(
                "audiences: no API key is set: AUDIENCES_API_KEY is set, but empty\n" + NO_KEY_HINT,
                refused(run().with("AUDIENCES_API_KEY", "").with("CI", "false")));
        assertEquals(
                "audiences: no API key is set: AUDIENCES_API_KEY_FILE is set, but empty\n" + NO_KEY_HINT,
                refused(run().with("AUDIENCES_API_KEY_FILE", "").with("CI", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CI|true|in a CI job: add the key to the secrets of the CI service",
                "CI|1|in a CI job: ",
                "GITLAB_CI|true|in GitLab: add the variable AUDIENCES_API_KEY, masked, under Settings > CI/CD > Variables",
                "GITHUB_ACTIONS|true|in GitHub Actions: add the secret under Settings > Secrets and variables > Actions"
            })
    void inACiJobTheErrorSaysWhereASecretIsSet(String variable, String value, String says) {
        String missing = refused(run().with("CI", "true").with(variable, value));
        assertTrue(missing.startsWith("audiences: no API key is set\n" + WHERE_FROM + "  " + says), missing);
        assertFalse(missing.contains("config set apiKey"), missing);
        String empty = refused(run().with("AUDIENCES_API_KEY", "").with(variable, value));
        assertTrue(
                empty.startsWith("audiences: no API key is set: AUDIENCES_API_KEY is set, but empty\n" + WHERE_FROM),
                empty);
        assertTrue(
                empty.endsWith(
                        "  try: see whether the secret's name is misspelled, or the secret is withheld from this run,"
                                + " as it is from those of forks\n"),
                empty);
    }

    @Test
    void inGitHubActionsTheErrorHasTheLinesForTheStep() {
        String missing = refused(run().with("CI", "true").with("GITHUB_ACTIONS", "true"));
        assertTrue(missing.endsWith("""
                      env:
                        AUDIENCES_API_KEY: ${{ secrets.AUDIENCES_API_KEY }}
                """), missing);
    }

    @Test
    void anEmptyVariableIsReportedWhenNothingElseSetsTheValue() throws IOException {
        String note = " is set, but empty: it counts as not set\n";
        try (StubServer server = new StubServer(json(200, page(null)), json(200, page(null)))) {
            CommandRun run = withKeyFile()
                    .with("AUDIENCES_BASE_URL", server.url())
                    .with("AUDIENCES_OUTPUT", "")
                    .with("AUDIENCES_PROFILE", "");
            assertEquals(
                    "audiences: note: AUDIENCES_OUTPUT" + note + "audiences: note: AUDIENCES_PROFILE" + note,
                    run.run("list").expect(ExitCode.OK).stderr().replace("audiences: no audiences\n", ""));
            write("config.json", "{\"output\": \"csv\"}", "rw-------");
            run.without("AUDIENCES_PROFILE").run("list", "--columns", "id").expect(ExitCode.OK, "id\n", "");
        }
    }
}
