package dev.audiences.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown when overwriting a file in place fails, after its complete content was written to a temporary file. */
public final class IncompleteFileException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private final boolean begun;

    IncompleteFileException(Path file, boolean begun, Path copy, String reason, Throwable cause) {
        super(file.toString(), copy == null ? null : copy.toString(), reason);
        this.begun = begun;
        initCause(cause);
    }

    /** Returns whether the old content is lost, and the new content incomplete. */
    public boolean isOldContentLost() {
        return begun;
    }

    /** Returns the path of a complete copy of the new content, or null when there is none. */
    public String copy() {
        return getOtherFile();
    }
}
