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
 * Lets one process at a time read a file, change it and write it back. The lock is on a file of its own beside it, since
 * the file itself is replaced. That one stays: a process that waits for a lock file which is then deleted would get a lock
 * that nobody else asks for.
 */
public final class LockFile implements Closeable {
    private static final String END = ".lock";
    // Opening for both never waits, even for a FIFO of that name.
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** The system's lock is the whole process's: its threads need one of their own. */
    private static final Semaphore WITHIN_PROCESS = new Semaphore(1, true);

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /** The path of the lock file: beside the file at the end of all symbolic links. */
    public static Path pathFor(Path file) throws IOException {
        Path target = FileTarget.behindLinks(file);
        return target.resolveSibling(target.getFileName() + END);
    }

    /**
     * Waits for the lock. Where no lock file can be made, or the file system knows no locks, there is nothing to wait for.
     *
     * @throws FileLockedException when another process keeps it for too long
     * @throws IOException when something else has the name of the lock file
     */
    public static LockFile take(Path file, Duration patience) throws IOException {
        Path path = pathFor(file);
        long end = patience.toMillis();
        try {
            if (!WITHIN_PROCESS.tryAcquire(end, TimeUnit.MILLISECONDS)) {
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
                lock.await(path, end);
            }
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                WITHIN_PROCESS.release();
            }
        }
    }

    /** Null where no file can be made; the folder may be read-only and the file itself not. */
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

    /** On a thread of its own, which may be left behind: waiting for a lock has no bound. */
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
            // Some network file systems have no locks: changing a setting there is as safe as it can be.
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
