package dev.audiences.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown when another process holds the lock of a file until the timeout. */
public final class FileLockedException extends FileSystemException {
    private static final long serialVersionUID = 1;

    FileLockedException(Path lockFile) {
        super(lockFile.toString(), null, "another process is changing it");
    }
}
