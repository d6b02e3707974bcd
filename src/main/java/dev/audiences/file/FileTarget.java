package dev.audiences.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the bytes of a file that is written end up.
 *
 * @param path the file at the end of all symbolic links; it need not exist
 * @param isDirect whether it is written to as it stands, because it can't be replaced
 */
public record FileTarget(Path path, boolean isDirect) {
    private static final int MAX_LINKS = 40;
    /** What stands in a string for bytes that are not UTF-8; the file of that name would be another one. */
    private static final char UNDECODABLE = '\uFFFD';

    /** @throws IOException when it is clear before anything is written that {@code path} can't be written to */
    static FileTarget of(Path path) throws IOException {
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
                return new FileTarget(target, true);
            }
            if (!Files.isSymbolicLink(target)) {
                return new FileTarget(target, false);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        throw tooManyLinks(path);
    }

    /** What the links lead to, whether it exists or not. */
    public static Path behindLinks(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw tooManyLinks(path);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Whether both paths lead to the same file, by links of either kind too, or would once it exists. */
    public static boolean areSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b)
                    ? Files.isSameFile(a, b)
                    : canonical(a).equals(canonical(b));
        } catch (IOException e) {
            // One of them is in a folder that is not there, or can't be reached: so it can't be written to either.
            return false;
        }
    }

    private static Path canonical(Path path) throws IOException {
        Path target = behindLinks(path);
        return folder(target).toRealPath().resolve(target.getFileName());
    }

    /** Whether the path, or the working directory that it is relative to, holds bytes that are not UTF-8. */
    public static boolean isUndecodable(Path path) {
        return path.toAbsolutePath().toString().indexOf(UNDECODABLE) >= 0;
    }

    /** Whether there is a file that may be written over where it is. */
    boolean isOverwritable() {
        return Files.isRegularFile(path) && Files.isWritable(path);
    }

    /** Makes the new name last through a power failure, on systems where a folder can be synced. */
    void syncFolder() {
        try (FileChannel folder = FileChannel.open(folder(path), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // The file itself is whole and in its place; Windows has no way to sync a folder.
            return;
        }
    }

    private static FileSystemException tooManyLinks(Path path) {
        return new FileSystemException(path.toString(), null, "too many symbolic links");
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        return folder;
    }
}
