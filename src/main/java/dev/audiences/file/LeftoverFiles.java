package dev.audiences.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes the temporary files of runs that were killed. Each run holds a lock on its own, which ends with the process: one
 * whose lock is free has no owner any more. That holds between containers too, where process ids tell nothing.
 */
final class LeftoverFiles {
    // Opening for both never waits, even when a FIFO has taken the name meanwhile.
    private static final Set<OpenOption> UNCHANGED =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** The names in use by this process: to open and close such a file would free its lock. */
    private static final Set<Path> SPARED = ConcurrentHashMap.newKeySet();

    private LeftoverFiles() {}

    static void spare(Path temporary) {
        SPARED.add(temporary.getFileName());
    }

    static void spareNoMore(Path temporary) {
        SPARED.remove(temporary.getFileName());
    }

    /** Deletes those in this folder that belong to one of the owners. What can't be looked at is left alone. */
    static void delete(Path folder, TemporaryName name, Set<UserPrincipal> owners) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name::matches)) {
            for (Path file : files) {
                if (!SPARED.contains(file.getFileName()) && isRegularFileOf(owners, file)) {
                    deleteUnlocked(file);
                }
            }
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            // Nothing depends on it; the next run tries again.
            return;
        }
    }

    private static boolean isRegularFileOf(Set<UserPrincipal> owners, Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        FileOwnerAttributeView owner =
                Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile() && (owner == null || owners.contains(owner.getOwner()));
    }

    private static void deleteUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, UNCHANGED)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException notToBeTold) {
            // Without locks nobody knows whether its owner still writes.
            return;
        }
    }
}
