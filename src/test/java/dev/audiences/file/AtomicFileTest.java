package dev.audiences.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("audiences.csv");
    }

    @Test
    void replacesTheFileOnCommitOnly() throws IOException {
        Files.writeString(target, "old");
        try (AtomicFile file = AtomicFile.open(target)) {
            write(file, "new");
            assertEquals("old", Files.readString(target));
            assertEquals(2, names().size());
            file.commit();
            assertEquals("new", Files.readString(target));
        }
        assertEquals(List.of("audiences.csv"), names());
    }

    @Test
    void deletesTheTemporaryFileWhenClosedWithoutACommit() throws IOException {
        AtomicFile file = AtomicFile.open(target);
        write(file, "new");
        file.close();
        file.close();

        assertEquals(List.of(), names());
        assertThrows(IOException.class, () -> file.stream().write(1));
        FileSystemException failure = assertThrows(FileSystemException.class, file::commit);
        assertEquals("it was aborted", failure.getReason());
        assertEquals(List.of(), names());
    }

    @Test
    void deletesTheTemporaryFilesOfKilledProcesses() throws IOException {
        Files.writeString(folder.resolve(".audiences.csv.audiences-1f2e.tmp"), "a part");
        Files.writeString(folder.resolve(".audiences.csv.audiences-ffffffffffffffff.tmp"), "");
        save(target, "new");

        assertEquals(List.of("audiences.csv"), names());
    }

    @Test
    void deletesNoOtherFiles() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "other");
        for (String name : List.of(
                ".audiences.csv.audiences-.tmp",
                ".audiences.csv.audiences-1g.tmp",
                ".audiences.csv.audiences-1f.tmp2",
                ".audiences.csv.audiences-00000000000000001.tmp",
                ".audiences,csv.audiences-1f.tmp",
                ".other.csv.audiences-1f.tmp",
                "audiences.csv.audiences-1f.tmp")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createSymbolicLink(folder.resolve(".audiences.csv.audiences-1.tmp"), other);
        Files.createDirectory(folder.resolve(".audiences.csv.audiences-2.tmp"));
        List<String> before = names();
        save(target, "new");

        List<String> after = names();
        after.remove("audiences.csv");
        assertEquals(before, after);
        assertEquals("other", Files.readString(other));
    }

    @Test
    void keepsTheTemporaryFilesOfAnotherUser() throws IOException {
        Path leftover = Files.writeString(folder.resolve(".audiences.csv.audiences-1.tmp"), "a part");
        try {
            Files.setAttribute(leftover, "unix:uid", 12345);
        } catch (FileSystemException notAllowed) {
            assumeTrue(false, "only root gives files away");
        }
        save(target, "new");
        assertTrue(Files.exists(leftover));

        // Root changes the owner of its temporary files to that of the existing file.
        Files.setAttribute(target, "unix:uid", 12345);
        save(target, "newer");
        assertFalse(Files.exists(leftover));
    }

    @Test
    void keepsTemporaryFilesInUse() throws IOException {
        try (AtomicFile first = AtomicFile.open(target);
                AtomicFile second = AtomicFile.open(target)) {
            write(first, "first");
            write(second, "second");
            assertEquals(2, names().size());
            second.commit();
            first.commit();
        }
        assertEquals("first", Files.readString(target));
        assertEquals(List.of("audiences.csv"), names());
    }

    @Test
    void overwritesInPlaceWhenTheFolderIsNotWritable() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.writeString(closed.resolve("list.csv"), "an old and longer content");
        Path link = Files.createLink(folder.resolve("link"), file);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(closed), "permissions don't hold this user");
            try (AtomicFile opened = AtomicFile.open(file)) {
                write(opened, "new");
                assertEquals("an old and longer content", Files.readString(file));
                opened.commit();
                assertEquals("permission denied", opened.inPlaceReason());
            }
            assertEquals("new", Files.readString(link));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aPrivateFileIsReadableByItsOwnerOnly() throws IOException {
        Files.writeString(target, "old");
        try (AtomicFile file = AtomicFile.openPrivate(target)) {
            write(file, "new");
            file.commit();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        assertThrows(FileSystemException.class, () -> AtomicFile.openPrivate(Path.of("/dev/null")));
    }

    @Test
    void createsANewFileWithTheDefaultPermissions() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        save(target, "new");

        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
    }

    @Test
    void keepsThePermissionsOfAnExistingFile() throws IOException {
        for (String permissions : List.of("rw-------", "rwxrw-rw-")) {
            Files.writeString(target, "old");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
            save(target, "new");
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        }
    }

    @Test
    void keepsTheOwnersOfAnExistingFileWhenPermitted() throws IOException {
        Files.writeString(target, "old");
        try {
            Files.setAttribute(target, "unix:gid", 23456);
            Files.setAttribute(target, "unix:uid", 12345);
        } catch (FileSystemException notAllowed) {
            assumeTrue(false, "only root gives files away");
        }
        save(target, "new");

        assertEquals(23456, Files.getAttribute(target, "unix:gid"));
        assertEquals(12345, Files.getAttribute(target, "unix:uid"));
    }

    @Test
    void rejectsWritesAfterTheCommit() throws IOException {
        AtomicFile committed = AtomicFile.open(target);
        committed.commit();

        assertThrows(IOException.class, () -> write(committed, "more"));
    }

    @Test
    void followsSymbolicLinks() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path real = Files.writeString(elsewhere.resolve("real.csv"), "old");
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("real.csv"));
        Files.createSymbolicLink(target, Path.of("elsewhere/second"));
        save(target, "new");

        assertTrue(Files.isSymbolicLink(target));
        assertTrue(Files.isSymbolicLink(second));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void createsTheTargetOfADanglingLink() throws IOException {
        Files.createSymbolicLink(target, Path.of("missing.csv"));
        save(target, "new");

        assertTrue(Files.isSymbolicLink(target));
        assertEquals("new", Files.readString(folder.resolve("missing.csv")));
    }

    @Test
    void rejectsPathsThatCannotBeWritten() throws IOException {
        Files.createSymbolicLink(target, target);
        Path file = Files.createFile(folder.resolve("file"));
        List<String> before = names();

        assertReason(folder, "it is a folder");
        Path missing = folder.resolve("missing/audiences.csv");
        assertThrows(NoSuchFileException.class, () -> AtomicFile.open(missing));
        assertReason(file.resolve("audiences.csv"), "Not a directory");
        assertReason(target, "too many symbolic links");
        assertReason(Path.of("/"), "it is a folder");
        assertEquals(before, names());
    }

    @Test
    void rejectsFilesWithoutPermission() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(target), "permissions don't hold this user");

        Path within = closed.resolve("audiences.csv");
        assertThrows(AccessDeniedException.class, () -> AtomicFile.open(within));
        assertThrows(AccessDeniedException.class, () -> AtomicFile.open(target));
    }

    @Test
    void acceptsALongName() throws IOException {
        Path longest = folder.resolve("x".repeat(255));
        try {
            Files.createFile(longest);
        } catch (IOException notHere) {
            assumeTrue(false, "no such name on this system");
        }
        save(longest, "new");

        assertEquals("new", Files.readString(longest));
    }

    @Test
    void writesToADeviceDirectly() throws IOException {
        // An error here would replace the device with a file, for users who may write to /dev.
        assumeFalse(Files.isWritable(Path.of("/dev")), "root is not to risk the device");
        save(Path.of("/dev/null"), "gone");

        assertTrue(Files.exists(Path.of("/dev/null")));
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    }

    @Test
    void writesToAFifoDirectly() throws Exception {
        Path fifo = folder.resolve("fifo");
        assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0, "no mkfifo");
        Process reader = new ProcessBuilder("cat", fifo.toString()).start();
        save(fifo, "through");

        assertEquals("through", new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(List.of("fifo"), names());

        reader = new ProcessBuilder("cat", fifo.toString()).start();
        AtomicFile aborted = AtomicFile.open(fifo);
        write(aborted, "a part");
        aborted.close();

        assertEquals("a part", new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThrows(IOException.class, () -> write(aborted, "more"));
    }

    @Test
    void isNotCreatedAfterAnAbort() throws IOException {
        assertThrows(
                IOException.class,
                () -> AtomicFile.open(target, file -> {
                    assertEquals(List.of(), names());
                    close(file);
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void isOldOrNewWhenClosedDuringACommit() throws Exception {
        ExecutorService hook = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 50; i++) {
                Files.writeString(target, "old");
                AtomicFile file = AtomicFile.open(target);
                write(file, "new");
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Void> closed = hook.submit((Callable<Void>) () -> {
                    start.await();
                    file.close();
                    return null;
                });
                start.await();
                boolean committed = commits(file);
                closed.get();

                assertEquals(committed ? "new" : "old", Files.readString(target));
                assertEquals(List.of("audiences.csv"), names());
            }
        } finally {
            hook.shutdown();
        }
    }

    private static boolean commits(AtomicFile file) {
        try {
            file.commit();
            return true;
        } catch (IOException closedFirst) {
            return false;
        }
    }

    private static void assertReason(Path path, String reason) {
        FileSystemException failure = assertThrows(FileSystemException.class, () -> AtomicFile.open(path));
        assertEquals(reason, failure.getReason());
    }

    private static void save(Path path, String text) throws IOException {
        try (AtomicFile file = AtomicFile.open(path)) {
            write(file, text);
            file.commit();
        }
    }

    private static void write(AtomicFile file, String text) throws IOException {
        file.stream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void close(AtomicFile file) {
        try {
            file.close();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return names;
    }
}
