package dev.audiences.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file that had to be written in place, and of which all content was there, could not be written to its end. */
public final class IncompleteFileException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private final boolean begun;

    IncompleteFileException(Path file, boolean begun, Path copy, String reason, Throwable cause) {
        super(file.toString(), copy == null ? null : copy.toString(), reason);
        this.begun = begun;
        initCause(cause);
    }

    /** Whether the old content is gone, and only a part of the new one there. */
    public boolean isOldContentLost() {
        return begun;
    }

    /** The path of a complete copy of the new content, or null when there is none. */
    public String copy() {
        return getOtherFile();
    }
}
