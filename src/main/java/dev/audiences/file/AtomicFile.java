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
 * A file that is written completely or not at all. The content goes to a temporary file in the same folder, which
 * replaces the file on {@link #commit()} and is deleted on {@link #close()} without a commit. Devices and pipes are
 * written to directly.
 *
 * <p>A file that can't be replaced, such as a bind mount of a single file in a container, is overwritten in place on
 * {@code commit()}, from the complete temporary file.
 *
 * <p>Another thread, such as a shutdown hook, may call {@code close()} during a commit: the file then has either the
 * old or the complete new content, and no temporary file is left. The temporary file of a process that was killed is
 * deleted when the same file is opened again.
 */
public final class AtomicFile implements Closeable {
    private final Path shown;
    private final FileTarget target;
    private final boolean ownerOnly;
    private TemporaryFile temporary;
    private OutputStream stream;
    /** Why the file can't be replaced; null when it can, as far as is known. */
    private String inPlaceReason;

    private boolean ended;

    private AtomicFile(Path shown, FileTarget target, boolean ownerOnly) {
        this.shown = shown;
        this.target = target;
        this.ownerOnly = ownerOnly;
    }

    /**
     * Opens {@code path} for writing, following symbolic links. A new file gets the permissions that the umask allows,
     * an existing one keeps its own. Blocks on a FIFO until it has a reader, as a shell does.
     *
     * @throws IOException when the file can't be written; nothing has changed then
     */
    public static AtomicFile open(Path path) throws IOException {
        return open(path, file -> {});
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param beforeCreation called with the file before the temporary file is created, to register a shutdown hook that
     *     closes it
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

    /** As {@link #open(Path)}, for a regular file that only its owner may read afterwards. */
    public static AtomicFile openPrivate(Path path) throws IOException {
        FileTarget target = FileTarget.of(path);
        if (target.isDirect()) {
            throw new FileSystemException(path.toString(), null, "it is not a regular file");
        }
        AtomicFile file = new AtomicFile(path, target, true);
        file.createTemporary();
        return file;
    }

    /** Deletes the temporary files that killed processes left for this file, without opening it. */
    public static void deleteLeftovers(Path path) throws IOException {
        Path end = FileTarget.behindLinks(path);
        Path owned = Files.exists(end) ? end : end.getParent();
        if (Files.exists(owned)) {
            LeftoverFiles.delete(end.getParent(), TemporaryName.of(end), Set.of(Files.getOwner(owned)));
        }
    }

    private synchronized void createTemporary() throws IOException {
        if (ended) {
            throw aborted();
        }
        TemporaryName name = TemporaryName.of(target.path());
        Path folder = target.path().getParent();
        try {
            temporary = TemporaryFile.create(folder, name, ownerOnly);
        } catch (FileSystemException e) {
            if (!target.isOverwritable()) {
                throw e;
            }
            // Readable by the owner only, since other users have access to the folder.
            inPlaceReason = reason(e);
            folder = Path.of(System.getProperty("java.io.tmpdir"));
            temporary = TemporaryFile.create(folder, name, true);
        }
        stream = Channels.newOutputStream(temporary.channel());
        Set<UserPrincipal> owners = new HashSet<>(temporary.owner());
        try {
            if (inPlaceReason == null) {
                temporary.copyAttributes(target.path(), ownerOnly);
            }
            // Both owners: root changes the owner of its temporary files to that of the existing file.
            owners.addAll(temporary.owner());
            LeftoverFiles.delete(folder, name, owners);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Returns whether this is a device or a pipe, which is written to directly. */
    public boolean isDirect() {
        return target.isDirect();
    }

    /** Returns why the file was overwritten in place, or null when it was replaced; final after the commit. */
    public synchronized String inPlaceReason() {
        return inPlaceReason;
    }

    /** Returns the stream to write to; {@link #commit()} and {@link #close()} close it. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Syncs the temporary file to the disk, and replaces the file with it.
     *
     * @throws IncompleteFileException when the file had to be overwritten in place, and that failed
     * @throws IOException when anything else fails, or {@link #close()} was called before; the file is unchanged then
     */
    public void commit() throws IOException {
        try {
            stream.flush();
            if (isDirect()) {
                stream.close();
                return;
            }
            // Outside the lock: a slow disk must not delay the exit of the process.
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
        if (inPlaceReason == null && replaced()) {
            ended = true;
            // Closed after the move: without its lock, another process could delete the temporary file as a leftover.
            temporary.close();
            target.syncFolder();
            return;
        }
        if (ownerOnly) {
            Overwriting.requireOwnerOnly(target.path());
        }
        // Within the lock: once overwriting has begun, the process must not exit before it is complete.
        ended = true;
        overwrite();
        temporary.delete();
    }

    /** Replaces the file; returns false when it can only be overwritten. */
    private boolean replaced() throws IOException {
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

    /** Deletes the temporary file, unless it was committed. */
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
        return new FileSystemException(shown.toString(), null, "it was aborted");
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "no reason was given" : reason;
    }
}
