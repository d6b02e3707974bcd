package dev.audiences.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that is written to when a path is opened.
 *
 * @param path the path with all symbolic links resolved; the file need not exist
 * @param isDirect whether it is a device or a pipe, which is written to directly and not replaced
 */
public record FileTarget(Path path, boolean isDirect) {
    private static final int MAX_LINKS = 40;
    /** Replaces bytes that are not UTF-8 in a string; a path that contains it names another file. */
    private static final char UNDECODABLE = '\uFFFD';

    /** @throws IOException when {@code path} can't be written to */
    static FileTarget of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        Path target = path.toAbsolutePath();
        for (int links = 0; links <= MAX_LINKS; links++) {
            // The links to open files in /proc, such as /dev/stdout, need not contain the path of a file.
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

    /**
     * Resolves all symbolic links; the file need not exist.
     *
     * @throws IOException when there are too many links
     */
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

    /** Returns whether both paths name the same file, through hard or symbolic links too, or would if it existed. */
    public static boolean areSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b)
                    ? Files.isSameFile(a, b)
                    : canonical(a).equals(canonical(b));
        } catch (IOException e) {
            // The folder of one of them is missing or not accessible, so that file can't be written to anyway.
            return false;
        }
    }

    private static Path canonical(Path path) throws IOException {
        Path target = behindLinks(path);
        return folder(target).toRealPath().resolve(target.getFileName());
    }

    /** Returns whether the path, or the working directory that it is relative to, has bytes that are not UTF-8. */
    public static boolean isUndecodable(Path path) {
        return path.toAbsolutePath().toString().indexOf(UNDECODABLE) >= 0;
    }

    /** Returns whether the file exists and may be overwritten in place. */
    boolean isOverwritable() {
        return Files.isRegularFile(path) && Files.isWritable(path);
    }

    /** Syncs the folder, so that the new name survives a power failure, on systems that can sync a folder. */
    void syncFolder() {
        try (FileChannel folder = FileChannel.open(folder(path), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // Windows can't sync a folder. The file itself is complete and has its name.
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
