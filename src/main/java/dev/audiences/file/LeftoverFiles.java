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
 * Deletes the temporary files of processes that were killed. A process holds a lock on each of its temporary files,
 * which the system releases when the process ends: a file that is not locked is a leftover. Unlike process ids, locks
 * work between containers too.
 */
final class LeftoverFiles {
    // Opening for reading and writing does not block, even when the name is now that of a FIFO.
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** The files in use by this process: opening and closing such a file would release its lock. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private LeftoverFiles() {}

    static void addToUse(Path temporary) {
        IN_USE.add(temporary.getFileName());
    }

    static void removeFromUse(Path temporary) {
        IN_USE.remove(temporary.getFileName());
    }

    /** Deletes the leftovers in this folder that belong to one of the owners. Errors are ignored. */
    static void delete(Path folder, TemporaryName name, Set<UserPrincipal> owners) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name::matches)) {
            for (Path file : files) {
                if (!IN_USE.contains(file.getFileName()) && isRegularFileOf(owners, file)) {
                    deleteUnlocked(file);
                }
            }
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            // The next run tries again.
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
        try (FileChannel channel = FileChannel.open(file, OPTIONS)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Without locks it is not known whether the file is still in use.
            return;
        }
    }
}
