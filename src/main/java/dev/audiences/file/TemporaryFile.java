package dev.audiences.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A new file with a unique name, locked while it is open: {@link LeftoverFiles} deletes the ones that are not locked.
 */
final class TemporaryFile {
    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final int MAX_ATTEMPTS = 10;
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates and locks a file.
     *
     * @param ownerOnly whether only the owner may read it; otherwise it gets the permissions that the umask allows,
     *     unlike with {@link Files#createTempFile}
     */
    static TemporaryFile create(Path folder, TemporaryName name, boolean ownerOnly) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Path path = folder.resolve(name.with(ThreadLocalRandom.current().nextLong()));
            LeftoverFiles.addToUse(path);
            TemporaryFile file = new TemporaryFile(path, FileChannel.open(path, NEW, permissions(path, ownerOnly)));
            try {
                // Before it was locked, another process may have deleted it as a leftover.
                if (file.locked() && Files.exists(path)) {
                    if (ownerOnly) {
                        file.restrict();
                    }
                    return file;
                }
                file.delete();
            } catch (IOException | RuntimeException e) {
                file.delete();
                throw e;
            }
        }
        throw new FileSystemException(folder.toString(), null, "no temporary file can be kept there");
    }

    private static FileAttribute<?>[] permissions(Path path, boolean ownerOnly) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return ownerOnly && posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** Locks the file; returns false when another process holds the lock. */
    private boolean locked() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException notSupported) {
            // Then no other process can lock it either, and LeftoverFiles does not delete it.
            return true;
        }
    }

    /** Sets the owner's permissions, which an unusual umask may have removed. */
    private void restrict() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            view.setPermissions(OWNER_ONLY);
        } catch (FileSystemException notSupported) {
            // Some file systems, such as FAT, have the same permissions for all files.
            return;
        }
    }

    /**
     * Copies the owner and group of another file where that is permitted, and its permissions unless {@code ownerOnly}.
     */
    void copyAttributes(Path original, boolean ownerOnly) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(original, PosixFileAttributeView.class);
        if (view == null || !Files.exists(original)) {
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        PosixFileAttributeView own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        copyOwners(attributes, own);
        if (!ownerOnly) {
            own.setPermissions(attributes.permissions());
        }
    }

    private static void copyOwners(PosixFileAttributes attributes, PosixFileAttributeView view) throws IOException {
        PosixFileAttributes own = view.readAttributes();
        try {
            if (!own.group().equals(attributes.group())) {
                view.setGroup(attributes.group());
            }
            if (!own.owner().equals(attributes.owner())) {
                view.setOwner(attributes.owner());
            }
        } catch (FileSystemException notAllowed) {
            // Only root may change the owner; other users become the owner, as with any editor that saves by renaming.
            return;
        }
    }

    /** Returns the owner; empty where files have no owners. */
    Set<UserPrincipal> owner() throws IOException {
        FileOwnerAttributeView view = Files.getFileAttributeView(path, FileOwnerAttributeView.class);
        return view == null ? Set.of() : Set.of(view.getOwner());
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Closes the file without deleting it. */
    void close() throws IOException {
        LeftoverFiles.removeFromUse(path);
        channel.close();
    }

    void delete() throws IOException {
        // Deleted before it is closed: closing waits for a write or a sync in progress.
        Files.deleteIfExists(path);
        close();
    }

    /**
     * Renames the file, so that it is not deleted as a leftover; returns its path, or null when it no longer exists.
     */
    Path keep() {
        Path kept = path.resolveSibling(TemporaryName.kept(path));
        try {
            Files.move(path, kept);
            return kept;
        } catch (IOException e) {
            return Files.exists(path) ? path : null;
        }
    }
}
