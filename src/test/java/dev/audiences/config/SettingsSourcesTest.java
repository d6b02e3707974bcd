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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the config file and the base URL come from, and how the config file is read. */
class SettingsSourcesTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"acountGroupID\": \"x\"}|did you mean 'accountGroupId'?",
                "{\"prfiles\": {}}|did you mean 'profiles'?",
                "{\"password\": \"x\"}|known are apiKey, apiKeyCommand, accountGroupId, baseUrl, output, profile, profiles",
                "{\"profiles\": {\"a\": {\"prfiles\": {}}}}|known are apiKey, apiKeyCommand, accountGroupId, baseUrl, output",
                "{\"profiles\": {\"a\": {\"outpt\": \"x\"}}}|did you mean 'output'?"
            })
    void anUnknownKeyIsReportedWithASuggestion(String config, String hint) {
        assertEquals(
                hint, assertThrows(ConfigException.class, () -> load(config)).hint());
    }

    @Test
    void aMissingProfileIsReportedWithTheExistingOnes() throws Exception {
        Settings settings = load("{\"profiles\": {\"work\": {}, \"home\": {}}}");
        assertEquals(List.of("work", "home"), settings.profiles());
        environment.put("AUDIENCES_PROFILE", "nope");
        assertEquals(
                "one of work, home",
                assertThrows(ConfigException.class, this::load).hint());
        assertTrue(assertThrows(ConfigException.class, () -> load("{}"))
                .hint()
                .contains("config set apiKey --profile nope  "));
    }

    @Test
    void onlyAFileWithAKeyMustBePrivate() throws Exception {
        load("{\"apiKeyCommand\": [\"pass\"], \"profiles\": {\"work\": {}}}");
        Files.setPosixFilePermissions(folder.resolve("config.json"), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("printed by pass", load().describe(Setting.API_KEY).value());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Linux,AUDIENCES_CONFIG=a.json HOME=/h,a.json",
                "Linux,AUDIENCES_CONFIG= HOME=/h,/h/.config/audiences/config.json",
                "Linux,XDG_CONFIG_HOME=/x HOME=/h,/x/audiences/config.json",
                "Linux,XDG_CONFIG_HOME=x HOME=/h,/h/.config/audiences/config.json",
                "Linux,XDG_CONFIG_HOME= HOME=/h,/h/.config/audiences/config.json",
                "Windows 11,APPDATA=/a HOME=/h XDG_CONFIG_HOME=/x,/a/audiences/config.json",
                "Windows 11,HOME=/h,-",
                "Linux,HOME=,-",
                "Mac OS X,HOME=/h,/h/.config/audiences/config.json"
            })
    void theEnvironmentDeterminesThePathOfTheConfigFile(String osName, String variables, String path) throws Exception {
        environment.clear();
        for (String variable : variables.split(" ")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        assertEquals(path == null ? null : Path.of(path), ConfigPath.of(environment, osName));
    }

    @Test
    void withoutAHomeDirectoryTheDefaultsApply() throws Exception {
        environment.clear();
        Settings settings = load();
        assertEquals(new SettingValue("https://api.sonarly.io", "default"), settings.get(Setting.BASE_URL));
        assertEquals(new SettingValue("table", "default"), settings.get(Setting.OUTPUT));
        assertNull(settings.get(Setting.ACCOUNT_GROUP_ID));
        assertThrows(ConfigException.class, () -> ConfigEditor.open(environment, "Linux"));
    }

    @Test
    void anOptionTakesPrecedenceOverTheConfigFile() throws Exception {
        load("{\"output\": \"json\", \"baseUrl\": \"b\"}");
        Settings settings = Settings.load(environment, Map.of(Setting.OUTPUT, "csv"), "Linux");
        assertEquals(new SettingValue("csv", "--output"), settings.get(Setting.OUTPUT));
        assertEquals("csv", settings.option(Setting.OUTPUT));
        assertNull(settings.option(Setting.BASE_URL));
    }

    @Test
    void aByteOrderMarkIsIgnored() throws Exception {
        assertEquals(
                "csv", load("\uFEFF{\"output\": \"csv\"}").get(Setting.OUTPUT).value());
    }

    @Test
    void anEmptyFileIsAccepted() throws Exception {
        assertEquals(new SettingValue("table", "default"), load("").get(Setting.OUTPUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "it is here.json"})
    void theSuggestedCommandFixesThePermissions(String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "{\"apiKey\": \"" + CANARY + "\"}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        environment.put("AUDIENCES_CONFIG", file.toString());
        ConfigException open = assertThrows(ConfigException.class, this::load);
        assertTrue(report(open).contains("other users"), open.message());
        environment.put("AUDIENCES_CONFIG", link.toString());
        assertThrows(ConfigException.class, this::load);
        assertEquals(0, new ProcessBuilder("sh", "-c", open.hint()).start().waitFor());
        assertEquals(CANARY, key(load()).value());
    }

    @Test
    void aPathThatCanNotBeQuotedIsNotPutIntoACommand() throws Exception {
        Path file = Files.writeString(folder.resolve("$(it's).json"), "{\"apiKey\": \"" + CANARY + "\"}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        environment.put("AUDIENCES_CONFIG", file.toString());
        assertEquals(
                "let nobody else read it (mode 600)",
                assertThrows(ConfigException.class, this::load).hint());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/,https://a.example",
        "HTTPS://A.Example:/Api%2F,https://a.example/Api%2F",
        "https://a.example/api//,https://a.example/api",
        "https://a.example/é,https://a.example/%C3%A9",
        "http://127.8.0.1:1/,http://127.8.0.1:1",
        "http://[::1]:8080,http://[::1]:8080",
        "https://a.example:65535,https://a.example:65535",
        "HTTP://LOCALHOST,http://localhost"
    })
    void aBaseUrlIsNormalised(String given, String used) throws Exception {
        assertEquals(used, BaseUrl.parse(new SettingValue(given, "--base-url")).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "https:",
                "https://",
                "https:///canary",
                "https:canary",
                "https://a.example:0",
                "https://a.example:65536",
                "https://canary@a.example",
                "https://a.example?canary",
                "https://a.example#canary",
                "https://a.example/\u0000canary",
                "https://a.example/%zz",
                "http://127.1.canary",
                "http://localhost.example",
                "file:///canary"
            })
    void anInvalidOrUnsafeBaseUrlIsRefused(String given) {
        SettingValue setting = new SettingValue(given, "--base-url");
        assertTrue(report(assertThrows(ConfigException.class, () -> BaseUrl.parse(setting)))
                .contains("--base-url"));
    }
}
