package dev.audiences.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Where the bytes of an output file end up.
 *
 * @param path the file at the end of all symbolic links; it need not exist
 * @param isDirect whether it is written to as it stands, because it can't be replaced
 */
record OutputTarget(Path path, boolean isDirect) {
    private static final int MAX_LINKS = 40;
    private static final int MAX_NAME_PART = 50;

    /** @throws IOException when it is clear before anything is written that {@code path} can't be written to */
    static OutputTarget of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        Path target = path.toAbsolutePath();
        for (int links = 0; links <= MAX_LINKS; links++) {
            // Links to open files, /dev/stdout too: their text is no path that could be replaced.
            boolean descriptor = folder(target).toRealPath().startsWith("/proc");
            if (descriptor || Files.exists(path) && !Files.isRegularFile(path)) {
                return new OutputTarget(target, true);
            }
            if (!Files.isSymbolicLink(target)) {
                return new OutputTarget(target, false);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        throw new FileSystemException(path.toString(), null, "too many symbolic links");
    }

    /** A name beside {@code target} that nobody else has, short enough for every file system. */
    static Path temporaryFor(Path target, long random) {
        String name = target.getFileName().toString();
        if (name.length() > MAX_NAME_PART) {
            name = name.substring(0, name.offsetByCodePoints(0, MAX_NAME_PART / 2));
        }
        return target.resolveSibling("." + name + ".audiences-" + Long.toHexString(random) + ".tmp");
    }

    /** Gives {@code copy} the permissions of {@code original}, if there is one, and its owners where allowed. */
    static void copyPermissions(Path original, Path copy) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(original, PosixFileAttributeView.class);
        if (view == null || !Files.exists(original)) {
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        PosixFileAttributeView copied = Files.getFileAttributeView(copy, PosixFileAttributeView.class);
        copyOwners(attributes, copied);
        copied.setPermissions(attributes.permissions());
    }

    private static void copyOwners(PosixFileAttributes attributes, PosixFileAttributeView copied) throws IOException {
        PosixFileAttributes own = copied.readAttributes();
        try {
            if (!own.group().equals(attributes.group())) {
                copied.setGroup(attributes.group());
            }
            if (!own.owner().equals(attributes.owner())) {
                copied.setOwner(attributes.owner());
            }
        } catch (FileSystemException notAllowed) {
            // Only root may give a file away; for others it becomes their own, as after any save by rename.
            return;
        }
    }

    /** Makes the new name last through a power failure, on systems where a folder can be synced. */
    static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // The file itself is whole and in its place; Windows has no way to sync a folder.
            return;
        }
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        return folder;
    }
}
