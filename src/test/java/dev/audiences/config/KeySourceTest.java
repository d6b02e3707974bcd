package dev.audiences.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.http.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the API key comes from, and how it is read and described. */
class KeySourceTest {
    private static final String CANARY = "sk_live_canary0123456789";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nameFile() {
        environment.put("AUDIENCES_CONFIG", folder.resolve("config.json").toString());
    }

    private Settings load() throws ConfigException {
        return Settings.load(environment, Map.of(), "Linux");
    }

    private Settings load(String config) throws ConfigException, IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, config);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return load();
    }

    private static ApiKey key(Settings settings) throws ConfigException {
        return settings.apiKey(new TimeLimit(Duration.ofMinutes(1), null), action -> () -> {});
    }

    private static String report(ConfigException e) {
        String report = e.message() + e.detail() + e.hint();
        assertFalse(report.contains("canary"), report);
        return report;
    }

    @Test
    void theKeyComesFromTheFirstSourceThatHasOne() throws Exception {
        Path keyFile = Files.writeString(folder.resolve("key"), "of-file\r\n");
        String profiles = "\"profiles\": {\"work\": {\"apiKeyCommand\": [\"echo\", \"of-command\"]}}}";
        assertEquals("top", key(load("{\"apiKey\": \"top\", " + profiles)).value());
        environment.put("AUDIENCES_PROFILE", "work");
        ApiKey ofCommand = key(load());
        assertEquals("of-command", ofCommand.value());
        assertEquals("apiKeyCommand in profile work in " + folder.resolve("config.json"), ofCommand.source());
        environment.put("AUDIENCES_API_KEY_FILE", keyFile.toString());
        assertEquals("of-file", key(load()).value());
        environment.put("AUDIENCES_API_KEY", "");
        assertEquals("of-file", key(load()).value());
        environment.put("AUDIENCES_API_KEY", "of-env");
        assertEquals("of-env", key(load()).value());
    }

    @Test
    void aKeyMayHave64KibAndNoMore() throws Exception {
        String key = "!~".repeat(1 << 15);
        Path keyFile = Files.writeString(folder.resolve("key"), key);
        assertEquals(
                key,
                key(load("{\"apiKeyCommand\": [\"cat\", \"" + keyFile + "\"]}")).value());
        environment.put("AUDIENCES_API_KEY_FILE", keyFile.toString());
        assertEquals(key, key(load()).value());
        Files.writeString(keyFile, key + "x");
        assertTrue(
                report(assertThrows(ConfigException.class, () -> key(load()))).contains("more than a key"));
    }

    @Test
    void noKeyIsAnErrorOnlyWhenItIsNeeded() throws Exception {
        Settings settings = load("{}");
        assertNull(settings.describe(Setting.API_KEY));
        assertTrue(
                report(assertThrows(ConfigException.class, () -> key(settings))).contains("no API key is set"));
    }

    @Test
    void aKeyFileMayBeAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process writer = new ProcessBuilder("sh", "-c", "echo " + CANARY + " > \"$0\"", pipe.toString()).start();
        environment.put("AUDIENCES_API_KEY_FILE", pipe.toString());
        assertEquals(CANARY, key(load("{}")).value());
        assertEquals(0, writer.waitFor());
    }

    @ParameterizedTest
    @CsvSource({"/dev/zero,holds more than a key", "/,can't be read", "/dev/null,is empty", "/nowhere/x,can't be read"})
    void aKeyFileWithoutAKeyIsRefused(String file, String says) throws Exception {
        environment.put("AUDIENCES_API_KEY_FILE", file);
        Settings settings = load("{}");
        String report = report(assertThrows(ConfigException.class, () -> key(settings)));
        assertTrue(report.contains(says) && report.contains("AUDIENCES_API_KEY_FILE (" + file + ")"), report);
    }

    @Test
    void aKeyInTheVariableForTheKeyFileIsNotShown() throws Exception {
        environment.put("AUDIENCES_API_KEY_FILE", CANARY);
        Settings settings = load("{}");
        assertTrue(
                report(assertThrows(ConfigException.class, () -> key(settings))).contains("can't be read"));
        assertFalse(settings.describe(Setting.API_KEY).toString().contains("canary"));
        environment.put("AUDIENCES_API_KEY_FILE", "pom.xml");
        assertEquals(
                new SettingValue("in a file", "AUDIENCES_API_KEY_FILE (pom.xml)"), load().describe(Setting.API_KEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo canary; echo canary >&2; exit 7|failed with exit code 7",
                "yes canary|prints more than a key",
                "echo|is empty",
                "echo canary; echo canary|a line break",
                "printf 'canary \\n'|a space",
                "read x && echo canary$x|failed with exit code 1"
            })
    void aFailingKeyCommandIsReportedWithoutItsOutput(String script, String says) throws Exception {
        Settings settings = load("{\"apiKeyCommand\": [\"sh\", \"-c\", \"" + script.replace("\\", "\\\\") + "\"]}");
        String report = report(assertThrows(ConfigException.class, () -> key(settings)));
        assertTrue(report.contains(says) && report.contains("apiKeyCommand in "), report);
    }

    @Test
    void theProcessesOfAKeyCommandAreEnded() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        Settings settings =
                load("{\"apiKeyCommand\": [\"sh\", \"-c\", \"exec 3> " + pipe + "; sleep 30 & yes canary\"]}");
        assertThrows(ConfigException.class, () -> key(settings));
        // The pipe ends when the last program that holds it does.
        assertTrue(reader.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void anInterruptEndsTheKeyCommand() throws Exception {
        Settings settings = load("{\"apiKeyCommand\": [\"sleep\", \"30\"]}");
        Thread.currentThread().interrupt();
        ConfigException interrupted = assertThrows(ConfigException.class, () -> key(settings));
        assertTrue(Thread.interrupted());
        assertTrue(report(interrupted).contains("was interrupted"));
    }

    @RepeatedTest(10)
    void aChildThatKeepsThePipeOpenIsNotWaitedFor() throws Exception {
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(20), null);
        KeyCommand command = new KeyCommand(List.of("sh", "-c", "sleep 30 & echo " + CANARY), "a file");
        assertEquals(CANARY, command.read(limit, action -> () -> {}).value());
    }

    @Test
    void aKeyCommandEndsWithTheProcess() throws Exception {
        KeyCommand command = new KeyCommand(List.of("sh", "-c", "exec sleep 30"), "a file");
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(20), null);
        CompletableFuture<Runnable> hook = new CompletableFuture<>();
        CompletableFuture<Void> signal = hook.thenAcceptAsync(Runnable::run);
        ConfigException failed = assertThrows(
                ConfigException.class,
                () -> command.read(limit, action -> {
                    hook.complete(action);
                    return () -> {};
                }));
        signal.get();
        assertTrue(failed.message().contains("failed with exit code"), failed.message());
    }

    @Test
    void aKeyCommandIsNotRunByAShell() throws Exception {
        assertEquals(
                "$HOME;x",
                key(load("{\"apiKeyCommand\": [\"echo\", \"$HOME;x\"]}")).value());
        Settings absent = load("{\"apiKeyCommand\": [\"~/no such program\"]}");
        assertTrue(
                report(assertThrows(ConfigException.class, () -> key(absent))).contains("can't be started"));
    }

    @Test
    void describingTheKeyRunsNoCommandAndMasksTheKey() throws Exception {
        Path ran = folder.resolve("ran");
        Settings command = load("{\"apiKeyCommand\": [\"touch\", \"" + ran + "\"]}");
        assertEquals("printed by touch", command.describe(Setting.API_KEY).value());
        assertFalse(Files.exists(ran));
        assertEquals(
                "********6789",
                load("{\"apiKey\": \"" + CANARY + "\"}")
                        .describe(Setting.API_KEY)
                        .value());
        assertEquals(
                "********",
                load("{\"apiKey\": \"canary12345\"}").describe(Setting.API_KEY).value());
        assertEquals("********3456", key(load("{\"apiKey\": \"canary123456\"}")).toString());
        environment.put("AUDIENCES_API_KEY", CANARY);
        assertEquals(new SettingValue("********6789", "AUDIENCES_API_KEY"), load().describe(Setting.API_KEY));
    }

    @Test
    void thereIsATimeLimitForAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        TimeLimit limit = new TimeLimit(Duration.ofMillis(100), null);
        ConfigException late =
                assertThrows(ConfigException.class, () -> new KeyFile(pipe.toString()).read(limit, action -> () -> {}));
        assertTrue(report(late).contains("did not end within 100 ms (--timeout)"), late.message());
        Process writer = new ProcessBuilder("sh", "-c", "exec 3> \"$0\"; sleep 30", pipe.toString()).start();
        try {
            assertThrows(ConfigException.class, () -> new KeyFile(pipe.toString()).read(limit, action -> () -> {}));
        } finally {
            writer.descendants().forEach(ProcessHandle::destroy);
            writer.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 30", "echo canary; exec >&-; sleep 30", "echo canary; sleep 30"})
    void oneTimeLimitCoversTheWholeKeyCommand(String script) {
        TimeLimit limit = new TimeLimit(Duration.ofMillis(200), null);
        ConfigException late =
                assertThrows(ConfigException.class, () -> new KeyCommand(List.of("sh", "-c", script), "a file")
                        .read(limit, action -> () -> {}));
        assertTrue(report(late).contains("did not end within 200 ms (--timeout)"), late.message());
    }

    @Test
    void toStringNeverContainsTheKey() throws Exception {
        ConfigText text = ConfigReader.read(
                "{\"apiKey\": \"" + CANARY + "\", \"profiles\": {\"work\": {\"apiKey\": \"" + CANARY + "\"}}}", "x");
        Settings settings = load("{\"apiKey\": \"" + CANARY + "\"}");
        environment.put("AUDIENCES_API_KEY", CANARY);
        for (Object holder : List.of(
                text,
                text.top(),
                text.top().members,
                text.profiles(),
                settings,
                key(settings),
                settings.get(Setting.API_KEY),
                load().get(Setting.API_KEY),
                ConfigEditor.open(environment, "Linux"))) {
            assertFalse(holder.toString().contains("canary"), holder.getClass().toString());
        }
    }
}
