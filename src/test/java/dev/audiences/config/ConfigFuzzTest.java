package dev.audiences.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a config file give settings or an error, and no error shows a value. */
class ConfigFuzzTest {
    private static final int ROUNDS = Integer.getInteger("audiences.fuzz.rounds", 1000);
    private static final long SEED = Long.getLong("audiences.fuzz.seed", System.nanoTime());
    private static final String CANARY = "canary";
    private static final String VALID = """
            { // mine
              "apiKey": "canary1", "output": "canary2", /* , */
              "profile": "work",
              "profiles": {"work": {"apiKeyCommand": ["canary3", "canary4"], "baseUrl": "canary5"}, "home": {},},
              "accountGroupId": "canary6"
            }
            """;

    private static final List<Setting> SETTINGS = List.of(Setting.values());

    @TempDir
    private Path folder;

    private Path file;
    private Map<String, String> environment;

    @BeforeEach
    void makeFile() throws IOException {
        file = folder.resolve("config.json");
        environment = Map.of("AUDIENCES_CONFIG", file.toString());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Test
    void anyBytesAreReadOrRefused() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(random);
            Files.write(file, bytes);
            try {
                Settings.load(environment, Map.of(), "Linux").describe(Setting.API_KEY);
            } catch (ConfigException e) {
                // The error shows the name of a key or a profile, and a changed quote can turn a value into one.
                boolean named =
                        e.message().contains("unknown key") || e.message().contains("profile '");
                assertFalse(!named && report(e).contains(CANARY), () -> at(bytes) + report(e));
            } catch (RuntimeException | Error e) {
                throw new AssertionError(at(bytes), e);
            }
        }
    }

    @Test
    void anEditChangesOneSettingOfAnyFile() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = composed(random);
            Files.writeString(file, text);
            Setting setting = SETTINGS.get(random.nextInt(SETTINGS.size()));
            String profile = setting.inProfiles() && random.nextBoolean() ? "work" : null;
            ConfigEditor before = open(text);
            boolean removes = random.nextBoolean();
            if (removes) {
                before.unset(setting, profile);
            } else {
                before.set(setting, profile, setting.isList() ? "[\"x\"]" : "x\"\n\\");
            }
            ConfigEditor after = open(text);
            String there = setting.isList() ? "[\"x\"]" : "x\"\n\\";
            assertEquals(removes ? null : there, after.get(setting, profile), at(text));
            for (Setting other : Setting.values()) {
                boolean rival = !removes && other == setting.rival();
                for (String level : new String[] {null, "work", "home"}) {
                    boolean changed = java.util.Objects.equals(level, profile) && (other == setting || rival);
                    if (!changed) {
                        assertEquals(before.get(other, level), after.get(other, level), at(text));
                    }
                }
            }
        }
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        for (String start : new String[] {"[", "{\"apiKeyCommand\":[", "{\"profiles\":{\"a\":"}) {
            Files.writeString(file, start + "[".repeat(500_000));
            assertThrows(ConfigException.class, () -> Settings.load(environment, Map.of(), "Linux"));
        }
    }

    private ConfigEditor open(String text) {
        try {
            return ConfigEditor.open(environment, "Linux");
        } catch (ConfigException e) {
            throw new AssertionError(at(text) + report(e), e);
        }
    }

    /** A valid file with white space, comments and commas wherever they may be. */
    private static String composed(Random random) {
        StringBuilder text = new StringBuilder();
        gap(text, random);
        object(text, random, true);
        gap(text, random);
        return text.toString();
    }

    private static void object(StringBuilder text, Random random, boolean top) {
        int start = text.length();
        text.append('{');
        gap(text, random);
        boolean first = true;
        for (Setting setting : Setting.values()) {
            boolean rivalOfLast = setting == Setting.API_KEY_COMMAND && text.indexOf("\"apiKey\"", start) >= 0;
            if (random.nextBoolean() && (top || setting.inProfiles()) && !rivalOfLast) {
                comma(text, random, first);
                first = false;
                member(text, random, setting.configKey());
                text.append(setting.isList() ? "[\"p\", /* , */ \"}\",]" : "\"v,}\\\"//\"");
                gap(text, random);
            }
            if (top && setting == Setting.BASE_URL && random.nextBoolean()) {
                comma(text, random, first);
                first = false;
                profiles(text, random);
            }
        }
        if (!first && random.nextInt(3) == 0) {
            comma(text, random, false);
        }
        text.append('}');
    }

    private static void profiles(StringBuilder text, Random random) {
        member(text, random, "profiles");
        text.append('{');
        gap(text, random);
        boolean first = true;
        for (String name : new String[] {"work", "home"}) {
            if (random.nextBoolean()) {
                comma(text, random, first);
                first = false;
                member(text, random, name);
                object(text, random, false);
                gap(text, random);
            }
        }
        text.append('}');
        gap(text, random);
    }

    private static void member(StringBuilder text, Random random, String key) {
        text.append('"').append(key).append('"');
        gap(text, random);
        text.append(':');
        gap(text, random);
    }

    private static void comma(StringBuilder text, Random random, boolean first) {
        if (!first) {
            text.append(',');
            gap(text, random);
        }
    }

    private static void gap(StringBuilder text, Random random) {
        String[] gaps = {"", "", " ", "\n", "\n  ", "\t", "// \", }\n", "/* {\n\", */", "\r\n", " // é😀\r\n"};
        for (int parts = random.nextInt(3); parts > 0; parts--) {
            text.append(gaps[random.nextInt(gaps.length)]);
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = VALID.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            return bytes;
        }
        String signs = "{}[],:\"\\0-1e.t/*\n \u00e9";
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = random.nextInt(4) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) signs.charAt(random.nextInt(signs.length()));
        }
        return random.nextInt(6) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static String report(ConfigException e) {
        return e.message() + e.detail() + e.hint();
    }

    private static String at(byte[] bytes) {
        return at(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String at(String text) {
        return "audiences.fuzz.seed=" + SEED + ":\n" + text + "\n";
    }
}
