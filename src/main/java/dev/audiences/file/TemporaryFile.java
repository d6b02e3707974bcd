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
 * A new file under a name that nobody else has, locked for as long as it is open: {@link LeftoverFiles} can tell it from
 * those whose process was killed.
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
     * @param ownerOnly whether it is for its owner alone; otherwise it gets what the umask gives to any new file, which
     *     {@link Files#createTempFile} would not do
     */
    static TemporaryFile create(Path folder, TemporaryName name, boolean ownerOnly) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Path path = folder.resolve(name.of(ThreadLocalRandom.current().nextLong()));
            LeftoverFiles.spare(path);
            TemporaryFile file = new TemporaryFile(path, FileChannel.open(path, NEW, permissions(path, ownerOnly)));
            try {
                // Between creation and lock, another process may have taken it for a leftover and deleted it.
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

    /** False when another process holds the lock. */
    private boolean locked() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException notSupported) {
            // Then nobody can lock it, and LeftoverFiles leaves it alone.
            return true;
        }
    }

    /** Gives its owner back what an odd umask took; nobody else got anything when it was created. */
    private void restrict() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            view.setPermissions(OWNER_ONLY);
        } catch (FileSystemException notSupported) {
            // Some file systems, such as FAT, have one mode for all their files.
            return;
        }
    }

    /** Gives it the owners of another file where that is allowed, and its permissions unless it is for the owner only. */
    void takeAfter(Path original, boolean ownerOnly) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(original, PosixFileAttributeView.class);
        if (view == null || !Files.exists(original)) {
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        PosixFileAttributeView own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        takeOwners(attributes, own);
        if (!ownerOnly) {
            own.setPermissions(attributes.permissions());
        }
    }

    private static void takeOwners(PosixFileAttributes attributes, PosixFileAttributeView view) throws IOException {
        PosixFileAttributes own = view.readAttributes();
        try {
            if (!own.group().equals(attributes.group())) {
                view.setGroup(attributes.group());
            }
            if (!own.owner().equals(attributes.owner())) {
                view.setOwner(attributes.owner());
            }
        } catch (FileSystemException notAllowed) {
            // Only root may give a file away; for others it becomes their own, as after any save by rename.
            return;
        }
    }

    /** Empty where files have no owner. */
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

    /** Closes the file and leaves it where it is now. */
    void close() throws IOException {
        LeftoverFiles.spareNoMore(path);
        channel.close();
    }

    void delete() throws IOException {
        // Deleted first: closing waits for a write or a sync that is under way.
        Files.deleteIfExists(path);
        close();
    }

    /** Gives it a name that no later run takes for a leftover; null when it is gone. */
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
