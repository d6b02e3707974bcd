package dev.audiences.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LockFileTest {
    private static final Duration PATIENCE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("config.json");
    }

    private void refused(String reason) {
        FileSystemException refused = assertThrows(FileSystemException.class, () -> LockFile.take(file, PATIENCE));
        assertEquals(folder.resolve("config.json.lock") + ": " + reason, refused.getMessage());
    }

    private void taken() throws IOException {
        LockFile.take(file, PATIENCE).close();
    }

    @Test
    void isHeldByOneAtATimeAndIsKept() throws IOException {
        LockFile lock = LockFile.take(file, PATIENCE);
        refused("another process is changing it");
        lock.close();
        taken();
        assertTrue(Files.isRegularFile(folder.resolve("config.json.lock")));
    }

    @Test
    void isInTheFolderOfTheLinkedFile() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(file, Path.of("real/settings"));
        taken();
        assertTrue(Files.exists(real.resolve("settings.lock")));
    }

    @Test
    void rejectsAnythingButARegularFile() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "other");
        Path lock = folder.resolve("config.json.lock");
        Files.createSymbolicLink(lock, other);
        refused("config.json.lock is not a regular file");
        Files.delete(lock);
        Files.createSymbolicLink(lock, folder.resolve("missing"));
        refused("config.json.lock is not a regular file");
        assertFalse(Files.exists(folder.resolve("missing")));
        Files.delete(lock);
        assertEquals(0, new ProcessBuilder("mkfifo", lock.toString()).start().waitFor());
        refused("config.json.lock is not a regular file");
        Files.delete(lock);
        taken();
        assertEquals("other", Files.readString(other));
    }

    @Test
    void isNotRequiredWhenItCannotBeCreated() throws IOException {
        file = folder.resolve("missing/config.json");
        taken();
    }
}
