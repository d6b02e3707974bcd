package dev.audiences.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file that is written whole or not at all: everything goes to a temporary file beside it, which takes its place on
 * {@link #commit()} and is gone after {@link #close()} without one. A device or a pipe is written to directly.
 *
 * <p>A file that can't be replaced, such as one that is mounted by itself into a container, is overwritten in place on
 * {@code commit()}, from the complete temporary file.
 *
 * <p>{@code close()} may come from another thread, a shutdown hook, while this one is committing: either the old file
 * or the whole new one is left, and no temporary file. The temporary file of a process that was killed is deleted the
 * next time that the same file is opened.
 */
public final class AtomicFile implements Closeable {
    private final Path shown;
    private final FileTarget target;
    private final boolean ownerOnly;
    private TemporaryFile temporary;
    private OutputStream stream;
    /** Why the file can't be replaced; null while it is thought that it can. */
    private String inPlaceReason;

    private boolean ended;

    private AtomicFile(Path shown, FileTarget target, boolean ownerOnly) {
        this.shown = shown;
        this.target = target;
        this.ownerOnly = ownerOnly;
    }

    /**
     * Makes ready to write {@code path}; a symbolic link is followed to its end. A new file gets the permissions that the
     * umask leaves, an old one keeps its own. Blocks for a FIFO that nobody reads, as a shell does.
     *
     * @throws IOException when the file can't be written, nothing has changed then
     */
    public static AtomicFile open(Path path) throws IOException {
        return open(path, file -> {});
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param beforeCreation is given the file before there is anything on the disk, so that whoever closes it when the
     *     process is told to end can't come too early
     */
    public static AtomicFile open(Path path, Consumer<AtomicFile> beforeCreation) throws IOException {
        FileTarget target = FileTarget.of(path);
        AtomicFile file = new AtomicFile(path, target, false);
        if (target.isDirect()) {
            file.stream = Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return file;
        }
        beforeCreation.accept(file);
        file.createTemporary();
        return file;
    }

    /** As {@link #open(Path)}, for a regular file that only its owner can read from then on. */
    public static AtomicFile openPrivate(Path path) throws IOException {
        FileTarget target = FileTarget.of(path);
        if (target.isDirect()) {
            throw new FileSystemException(path.toString(), null, "it is not a regular file");
        }
        AtomicFile file = new AtomicFile(path, target, true);
        file.createTemporary();
        return file;
    }

    /** Deletes what killed processes left beside this file, without opening it. */
    public static void deleteLeftovers(Path path) throws IOException {
        Path end = FileTarget.behindLinks(path);
        Path owned = Files.exists(end) ? end : end.getParent();
        if (Files.exists(owned)) {
            LeftoverFiles.delete(end.getParent(), TemporaryName.beside(end), Set.of(Files.getOwner(owned)));
        }
    }

    private synchronized void createTemporary() throws IOException {
        if (ended) {
            throw aborted();
        }
        TemporaryName name = TemporaryName.beside(target.path());
        Path folder = target.path().getParent();
        try {
            temporary = TemporaryFile.create(folder, name, ownerOnly);
        } catch (FileSystemException e) {
            if (!target.isOverwritable()) {
                throw e;
            }
            // In a folder that others use too, nobody else is to read it.
            inPlaceReason = reason(e);
            folder = Path.of(System.getProperty("java.io.tmpdir"));
            temporary = TemporaryFile.create(folder, name, true);
        }
        stream = Channels.newOutputStream(temporary.channel());
        Set<UserPrincipal> owners = new HashSet<>(temporary.owner());
        try {
            if (inPlaceReason == null) {
                temporary.takeAfter(target.path(), ownerOnly);
            }
            // Both owners: root gives its temporary files to the owner of the old file.
            owners.addAll(temporary.owner());
            LeftoverFiles.delete(folder, name, owners);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** Whether it is a device or a pipe, where all that is written is out at once. */
    public boolean isDirect() {
        return target.isDirect();
    }

    /** Why the file was not replaced but overwritten in place; null when it was replaced. Known after the commit. */
    public synchronized String inPlaceReason() {
        return inPlaceReason;
    }

    /** Where to write; closed by {@link #commit()} and {@link #close()}. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place, once everything is on the disk.
     *
     * @throws IncompleteFileException when it had to be written in place, and that failed
     * @throws IOException when anything else fails or {@link #close()} came first: the old file is as it was
     */
    public void commit() throws IOException {
        try {
            stream.flush();
            if (isDirect()) {
                stream.close();
                return;
            }
            // Outside the lock: a slow disk must not hold up the end of the process.
            temporary.channel().force(true);
            moveIntoPlace();
        } catch (ClosedChannelException closedFirst) {
            throw aborted();
        }
    }

    private synchronized void moveIntoPlace() throws IOException {
        if (ended) {
            throw aborted();
        }
        if (inPlaceReason == null && replaces()) {
            ended = true;
            // Closed last: without its lock, the temporary file could be deleted as a leftover.
            temporary.close();
            target.syncFolder();
            return;
        }
        if (ownerOnly) {
            Overwriting.requireOwnerOnly(target.path());
        }
        // Within the lock: once it has begun, the end of the process has to wait for the whole file.
        ended = true;
        overwrite();
        temporary.delete();
    }

    /** False when the file can't be replaced, but overwritten. */
    private boolean replaces() throws IOException {
        try {
            Files.move(temporary.path(), target.path(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (!target.isOverwritable()) {
                throw e;
            }
            inPlaceReason = reason(e);
            return false;
        }
    }

    private void overwrite() throws IOException {
        Overwriting overwriting = new Overwriting(temporary.channel(), target.path());
        try {
            overwriting.run();
        } catch (IOException e) {
            Path copy = temporary.keep();
            temporary.close();
            throw new IncompleteFileException(shown, overwriting.isBegun(), copy, reason(e), e);
        }
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
        } else {
            temporary.delete();
        }
    }

    private IOException aborted() {
        return new FileSystemException(shown.toString(), null, "it was given up");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "no reason was given" : reason;
    }
}
