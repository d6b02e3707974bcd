package dev.audiences.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A lock that lets one process at a time read, change and write a file. The lock is on a separate file in the same
 * folder, since the file itself is replaced. The lock file is never deleted: a process that waits for it would
 * otherwise get a lock on a deleted file, which excludes no one.
 */
public final class LockFile implements Closeable {
    private static final String SUFFIX = ".lock";
    // Opening for reading and writing does not block, even for a FIFO of that name.
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** The system's lock belongs to the whole process; this one is between its threads. */
    private static final Semaphore WITHIN_PROCESS = new Semaphore(1, true);

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Returns the path of the lock file: in the folder of the file, with all symbolic links resolved. */
    public static Path pathFor(Path file) throws IOException {
        Path target = FileTarget.behindLinks(file);
        return target.resolveSibling(target.getFileName() + SUFFIX);
    }

    /**
     * Waits for the lock. Does nothing when the lock file can't be created, or the file system has no locks.
     *
     * @throws FileLockedException when another process holds the lock until the timeout
     * @throws IOException when the lock file exists and is not a regular file
     */
    public static LockFile take(Path file, Duration timeout) throws IOException {
        Path path = pathFor(file);
        long milliseconds = timeout.toMillis();
        try {
            if (!WITHIN_PROCESS.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
                throw held(path);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        boolean taken = false;
        try {
            FileChannel channel = open(path);
            LockFile lock = new LockFile(channel);
            if (channel != null) {
                lock.await(path, milliseconds);
            }
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                WITHIN_PROCESS.release();
            }
        }
    }

    /**
     * Opens the lock file; returns null when it can't be created: the folder may be read-only and the file itself not.
     */
    private static FileChannel open(Path path) throws IOException {
        requireRegular(path);
        try {
            return FileChannel.open(path, OPTIONS, permissions(path));
        } catch (FileSystemException e) {
            requireRegular(path);
            return null;
        }
    }

    private static void requireRegular(Path path) throws IOException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                throw new FileSystemException(path.toString(), null, path.getFileName() + " is not a regular file");
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            return;
        }
    }

    private static FileAttribute<?>[] permissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(TemporaryFile.OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** Waits on a separate daemon thread, since waiting for a lock has no timeout. */
    private void await(Path path, long milliseconds) throws IOException {
        FutureTask<Object> locking = new FutureTask<>(channel::lock);
        Thread thread = new Thread(locking, "lock");
        thread.setDaemon(true);
        thread.start();
        try {
            locking.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            locking.cancel(true);
            channel.close();
            throw held(path);
        } catch (InterruptedException e) {
            locking.cancel(true);
            channel.close();
            throw interrupted();
        } catch (ExecutionException notSupported) {
            // Some network file systems have no locks; the file is then changed without one.
            return;
        }
    }

    private static IOException held(Path path) {
        return new FileLockedException(path);
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the wait for a lock was interrupted");
    }

    @Override
    public void close() throws IOException {
        WITHIN_PROCESS.release();
        if (channel != null) {
            channel.close();
        }
    }
}
