package dev.audiences.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Overwrites a file that can't be replaced with the content of another one. */
final class Overwriting {
    private final FileChannel complete;
    private final Path target;
    private boolean begun;

    Overwriting(FileChannel complete, Path target) {
        this.complete = complete;
        this.target = target;
    }

    /** Removes the permissions of all other users, before a secret is written. */
    static void requireOwnerOnly(Path target) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view != null
                && !TemporaryFile.OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            view.setPermissions(TemporaryFile.OWNER_ONLY);
        }
    }

    /** Overwrites the file and syncs it to the disk. */
    void run() throws IOException {
        try (FileChannel old = FileChannel.open(target, StandardOpenOption.WRITE)) {
            long size = complete.size();
            begun = true;
            old.truncate(0);
            for (long done = 0; done < size; ) {
                long written = complete.transferTo(done, size - done, old);
                if (written == 0) {
                    throw new IOException("the temporary file became shorter");
                }
                done += written;
            }
            old.force(true);
        }
    }

    /** Returns whether the old content is lost. */
    boolean isBegun() {
        return begun;
    }
}
