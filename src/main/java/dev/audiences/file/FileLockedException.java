package dev.audiences.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Another process is changing the file, and did not end while it was waited for. */
public final class FileLockedException extends FileSystemException {
    private static final long serialVersionUID = 1;

    FileLockedException(Path lockFile) {
        super(lockFile.toString(), null, "another process is changing it");
    }
}
