package dev.audiences.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * A file that is written whole or not at all: everything goes to a temporary file beside it, which takes its place on
 * {@link #commit()} and is gone after {@link #close()} without one. A device or a pipe is written to directly.
 *
 * <p>{@code close()} may come from another thread, a shutdown hook, while this one is committing: either the old file
 * or the whole new one is left, and no temporary file.
 */
public final class OutputFile implements Closeable {
    private final Path shown;
    private final Path target;
    private final Path temporary;
    private FileChannel channel;
    private OutputStream stream;
    private boolean ended;

    private OutputFile(Path shown, Path target, Path temporary) {
        this.shown = shown;
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * Makes ready to write {@code path}; a symbolic link is followed to its end. Blocks for a FIFO that nobody reads,
     * as a shell does.
     *
     * @throws IOException when the file can't be written, nothing has changed then
     */
    public static OutputFile open(Path path) throws IOException {
        return open(path, file -> {});
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param beforeCreation is given the file before there is anything on the disk, so that whoever closes it when the
     *     process is told to end can't come too early
     */
    public static OutputFile open(Path path, Consumer<OutputFile> beforeCreation) throws IOException {
        OutputTarget target = OutputTarget.of(path);
        if (target.isDirect()) {
            OutputFile file = new OutputFile(path, path, null);
            file.stream = Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return file;
        }
        long random = ThreadLocalRandom.current().nextLong();
        OutputFile file = new OutputFile(path, target.path(), OutputTarget.temporaryFor(target.path(), random));
        beforeCreation.accept(file);
        file.createTemporary();
        return file;
    }

    private synchronized void createTemporary() throws IOException {
        if (ended) {
            throw givenUp();
        }
        // Not createTempFile: this one gets the permissions that the user's umask gives to any new file.
        channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        stream = Channels.newOutputStream(channel);
        try {
            OutputTarget.copyPermissions(target, temporary);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** Whether it is a device or a pipe, where all that is written is out at once. */
    public boolean isDirect() {
        return temporary == null;
    }

    /** Where to write; closed by {@link #commit()} and {@link #close()}. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place, once everything is on the disk.
     *
     * @throws IOException when that fails or {@link #close()} came first: the old file is as it was
     */
    public void commit() throws IOException {
        try {
            stream.flush();
            if (isDirect()) {
                stream.close();
                return;
            }
            // Outside the lock: a slow disk must not hold up the end of the process.
            channel.force(true);
            moveIntoPlace();
        } catch (ClosedChannelException closedFirst) {
            throw givenUp();
        }
    }

    private synchronized void moveIntoPlace() throws IOException {
        if (ended) {
            throw givenUp();
        }
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        ended = true;
        OutputTarget.syncFolder(target);
    }

    /** Gives the file up, unless it was committed. */
    @Override
    public synchronized void close() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        if (stream == null) {
            return;
        }
        if (isDirect()) {
            stream.close();
            return;
        }
        // Deleted first: closing waits for a write or a sync that is under way.
        Files.deleteIfExists(temporary);
        channel.close();
    }

    private IOException givenUp() {
        return new FileSystemException(shown.toString(), null, "it was given up");
    }
}
