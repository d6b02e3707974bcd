package dev.audiences.cli;

import dev.audiences.api.RetryPolicy;
import dev.audiences.output.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** Where a list is written: stdout, or a file that appears when it is complete. */
final class Destination implements AutoCloseable {
    private final String path;
    private final OutputFile file;
    private final OutputStream stream;
    private final Runnable takeBackHook;

    private Destination(String path, OutputFile file, OutputStream stream, Runnable takeBackHook) {
        this.path = path;
        this.file = file;
        this.stream = stream;
        this.takeBackHook = takeBackHook;
    }

    /**
     * @param path null for stdout
     * @param retries knows how long a pipe without a reader is waited for
     */
    static Destination open(String path, RetryPolicy retries, Environment environment, Talk talk)
            throws Failure, InterruptedException {
        if (path == null) {
            return new Destination(null, null, environment.stdout(), () -> {});
        }
        if (path.endsWith("/")) {
            // Path would drop the slash, and a file would be made where a folder was meant.
            throw Failures.ofOutput(new FileSystemException(path, null, "it is a folder"), path);
        }
        try {
            // The hook comes before the temporary file, so that no signal finds one without the other.
            AtomicReference<Runnable> takeBack = new AtomicReference<>(() -> {});
            OutputFile file = TimelyOpening.open(
                    Path.of(path),
                    created -> takeBack.set(environment.onShutdown().apply(() -> giveUp(created, talk))),
                    retries);
            return new Destination(path, file, file.stream(), takeBack.get());
        } catch (IOException e) {
            throw Failures.ofOutput(e, path);
        } catch (InvalidPathException e) {
            throw Failure.of(ExitCode.OUTPUT_FAILED, "'" + path + "' can't be the name of a file", e);
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Whether nothing is seen of what is written before all of it is: a file, and no pipe, device or stdout. */
    boolean appearsWhole() {
        return file != null && !file.isDirect();
    }

    /** Puts the complete file into its place. */
    void commit() throws IOException {
        if (file != null) {
            file.commit();
        }
    }

    Failure failure(IOException e) {
        return path == null || appearsWhole() ? Failures.ofOutput(e, path) : Failures.ofDirectOutput(e, path);
    }

    /** Leaves no trace of a file that was not committed. */
    @Override
    public void close() {
        takeBackHook.run();
        if (file != null) {
            closeQuietly(file);
        }
    }

    /** At a signal: the thread that writes may still find its file closed, and that is nobody's concern any more. */
    private static void giveUp(OutputFile file, Talk talk) {
        talk.mute();
        closeQuietly(file);
    }

    private static void closeQuietly(OutputFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // The file was not complete anyway.
        }
    }
}
