package dev.audiences.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEditorTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("config.json");
    }

    private ConfigEditor open() throws ConfigException {
        return ConfigEditor.open(Map.of("AUDIENCES_CONFIG", file.toString()), "Linux");
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
                "{\"output\": \"csv\"}|{}",
                "{\"output\": \"csv\", \"baseUrl\": \"b\"}|{ \"baseUrl\": \"b\"}",
                "{\"baseUrl\": \"b\", \"output\": \"csv\"}|{\"baseUrl\": \"b\"}",
                "{\"baseUrl\": \"b\", \"output\": \"csv\",}|{\"baseUrl\": \"b\",}",
                "{\"baseUrl\": \"b\" /* , */, \"output\": \"csv\"}|{\"baseUrl\": \"b\" /* , */}",
                "{\"profiles\": {}, \"output\": \"csv\"}|{\"profiles\": {}}",
                "{~  \"output\": \"csv\",~  \"baseUrl\": \"b\"~}|{~  \"baseUrl\": \"b\"~}",
                "{~  \"baseUrl\": \"b\",~  \"output\": \"csv\"~}|{~  \"baseUrl\": \"b\"~}",
                "{~\t\"output\": \"csv\",\t ~\t\"baseUrl\": \"b\"~}|{~\t\"baseUrl\": \"b\"~}",
                "{\"baseUrl\": \"b\" /*/ , */, \"output\": \"csv\"}|{\"baseUrl\": \"b\" /*/ , */}",
                "{ // mine~\"output\": \"csv\", \"baseUrl\": \"b\"}|{ // mine~ \"baseUrl\": \"b\"}",
                "{ // mine~\"output\": \"csv\"}|{ // mine~}",
                "{\"baseUrl\": \"b\", // mine~\"output\": \"csv\"~}|{\"baseUrl\": \"b\" // mine~}",
                "{~  \"output\": \"csv\", /* of~ output */~  \"baseUrl\": \"b\"~}"
                        + "|{~   /* of~ output */~  \"baseUrl\": \"b\"~}"
            })
    void unsettingLeavesTheRestOfTheFileAsItWas(String before, String after) throws Exception {
        // A tilde stands for a line break, which would end the row.
        for (String lineBreak : new String[] {"\n", "\r\n"}) {
            write(before.replace("~", lineBreak));
            assertTrue(open().unset(Setting.OUTPUT, null));
            assertEquals(after.replace("~", lineBreak), Files.readString(file));
            assertFalse(open().unset(Setting.OUTPUT, null));
        }
    }

    @Test
    void aCarriageReturnAloneEndsAComment() throws Exception {
        write("{\"baseUrl\": \"b\" // mine\r, \"output\": \"csv\"}");
        open().unset(Setting.OUTPUT, null);
        assertEquals("{\"baseUrl\": \"b\" // mine\r}", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|{~  \"output\": \"csv\"~}~",
                "{}|{~  \"output\": \"csv\"~}",
                "{\"output\": \"json\"} // end|{\"output\": \"csv\"} // end",
                "{ // mine~}|{~  \"output\": \"csv\" // mine~}",
                "{~  \"baseUrl\": \"b\"~}|{~  \"output\": \"csv\",~  \"baseUrl\": \"b\"~}"
            })
    void settingLeavesTheRestOfTheFileAsItWas(String before, String after) throws Exception {
        write(before.replace('~', '\n'));
        open().set(Setting.OUTPUT, null, "csv");
        assertEquals(after.replace('~', '\n'), Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"pass\"], \"output\": \"csv\"",
                "[\"pass\"] }, {",
                "[\"pass\"",
                "\"pass\"",
                "[]",
                "[1]",
                "[\"\"]",
                "[\"pass\"]} ",
                ""
            })
    void aKeyCommandMustBeOneListOfStrings(String value) throws Exception {
        write("{\"baseUrl\": \"b\"}");
        assertThrows(ConfigException.class, () -> open().set(Setting.API_KEY_COMMAND, null, value));
        assertEquals("{\"baseUrl\": \"b\"}", Files.readString(file));
    }

    @Test
    void aCommentAfterAKeyCommandIsNotStored() throws Exception {
        write("{\"baseUrl\": \"b\"}");
        open().set(Setting.API_KEY_COMMAND, null, " [\"pass\"] // mine");
        assertEquals("[\"pass\"]", open().get(Setting.API_KEY_COMMAND, null));
        assertEquals("b", open().get(Setting.BASE_URL, null));
    }

    @Test
    void aKeyAndAKeyCommandReplaceEachOther() throws Exception {
        write("{\"apiKey\": \"k\", \"profiles\": {\"work\": {\"apiKey\": \"w\"}}}");
        open().set(Setting.API_KEY_COMMAND, null, "[\"pass\"]");
        assertEquals(null, open().get(Setting.API_KEY, null));
        assertEquals("w", open().get(Setting.API_KEY, "work"));
        open().set(Setting.API_KEY, null, "k");
        assertEquals(null, open().get(Setting.API_KEY_COMMAND, null));
    }

    @Test
    void aLinkIsFollowedEvenToAFileThatDoesNotExistYet() throws Exception {
        Path target = folder.resolve("dotfiles/config.json");
        Files.createDirectory(target.getParent());
        Files.createSymbolicLink(file, Path.of("dotfiles", "config.json"));
        open().set(Setting.OUTPUT, null, "csv");
        open().set(Setting.BASE_URL, null, "b");
        assertTrue(Files.isSymbolicLink(file));
        assertTrue(Files.isRegularFile(target, java.nio.file.LinkOption.NOFOLLOW_LINKS));
        assertEquals("csv", open().get(Setting.OUTPUT, null));
        try (var left = Files.list(target.getParent())) {
            assertEquals(
                    List.of("config.json", "config.json.lock"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFileTooLargeToBeReadIsNotWritten() throws Exception {
        String largest = "{\"baseUrl\": \"b\"} //" + "x".repeat((1 << 20) - 19);
        write(largest);
        open().set(Setting.BASE_URL, null, "c");
        assertEquals(1 << 20, Files.size(file));
        assertThrows(ConfigException.class, () -> open().set(Setting.BASE_URL, null, "cc"));
        assertEquals(largest.replace("\"b\"", "\"c\""), Files.readString(file));
        write(largest + "x");
        ConfigException tooLarge = assertThrows(ConfigException.class, this::open);
        assertEquals("the config file is larger than 1 MiB", tooLarge.message());
    }

    @Test
    void aLinkToItselfIsRefused() throws Exception {
        Files.createSymbolicLink(file, file);
        assertThrows(ConfigException.class, () -> open().set(Setting.OUTPUT, null, "csv"));
        assertTrue(Files.isSymbolicLink(file));
    }

    @Test
    void concurrentChangesAreAllKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Setting>> changes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String profile = "p" + i;
                changes.add(() -> open().set(Setting.OUTPUT, profile, "csv"));
            }
            for (Future<Setting> change : threads.invokeAll(changes)) {
                change.get();
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(20, open().profiles().size());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("config.json.lock"))));
    }

    @Test
    void theLeftoversOfAKilledChangeAreDeletedByTheNext() throws Exception {
        write("{\"output\": \"csv\"}");
        Path leftover = folder.resolve(".config.json.audiences-1f.tmp");
        Files.writeString(leftover, "{\"apiKey\": \"canary\"}");
        open().set(Setting.OUTPUT, null, "json");
        assertFalse(Files.exists(leftover));
        Files.writeString(leftover, "{\"apiKey\": \"canary\"}");
        assertFalse(open().unset(Setting.API_KEY, null));
        assertFalse(Files.exists(leftover));
    }

    @Test
    void positionsAreRightInALongFile() throws Exception {
        String filler = "  // " + "é😀".repeat(20_000) + "\n";
        write("{\n" + filler + "  \"output\": \"csv\",\n" + filler + "  \"baseUrl\": \"b\"\n}\n");
        open().set(Setting.OUTPUT, null, "json");
        open().unset(Setting.BASE_URL, null);
        assertEquals(
                "{\n" + filler + "  \"output\": \"json\"\n" + filler.stripTrailing() + "\n}\n", Files.readString(file));
    }
}
