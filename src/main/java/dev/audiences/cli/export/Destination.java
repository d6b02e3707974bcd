package dev.audiences.cli.export;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.config.SettingsFiles;
import dev.audiences.file.AtomicFile;
import dev.audiences.file.FileTarget;
import dev.audiences.file.GzipStream;
import dev.audiences.http.RetryPolicy;
import dev.audiences.output.FileFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** Where a list is written: stdout, or a file that appears when it is complete. */
final class Destination implements AutoCloseable {
    private final String path;
    private final AtomicFile file;
    private final OutputStream stream;
    /** The stream, where the name of the file says that it is compressed; else null. */
    private final GzipStream gzip;

    private final Runnable unregisterHook;
    private final Messages messages;

    private Destination(String path, AtomicFile file, OutputStream out, Runnable unregisterHook, Messages messages) {
        this.path = path;
        this.file = file;
        this.gzip = path != null && FileFormat.of(path).gzip() ? new GzipStream(out) : null;
        this.stream = gzip == null ? out : gzip;
        this.unregisterHook = unregisterHook;
        this.messages = messages;
    }

    /**
     * @param path null for stdout
     * @param retries knows how long a pipe without a reader is waited for
     */
    static Destination open(String path, RetryPolicy retries, Environment environment, Messages messages)
            throws Failure, InterruptedException {
        if (path == null) {
            return new Destination(null, null, environment.stdout(), () -> {}, messages);
        }
        if (path.endsWith("/")) {
            // Path would drop the slash, and a file would be made where a folder was meant.
            throw FailureMessages.ofOutput(new FileSystemException(path, null, "it is a folder"), path);
        }
        try {
            Path named = Path.of(path);
            requireOwnFile(named, environment);
            // The hook comes before the temporary file, so that no signal finds one without the other.
            AtomicReference<Runnable> unregister = new AtomicReference<>(() -> {});
            AtomicFile file = TimelyOpening.open(
                    named,
                    created -> unregister.set(environment.onShutdown().apply(() -> abort(created, messages))),
                    retries);
            return new Destination(path, file, file.stream(), unregister.get(), messages);
        } catch (IOException e) {
            throw FailureMessages.ofOutput(e, path);
        } catch (InvalidPathException e) {
            throw Failure.of(ExitCode.OUTPUT_FAILED, "'" + path + "' can't be the name of a file", e);
        }
    }

    /** Refuses a name that would be written as another one, and a file that the settings are read from. */
    private static void requireOwnFile(Path path, Environment environment) throws Failure {
        if (FileTarget.isUndecodable(path)) {
            throw Failure.usage(
                    "the path of the output file is not UTF-8: " + path.toAbsolutePath(),
                    "give another name, or write to stdout and let the shell make the file");
        }
        String settings = SettingsFiles.nameOf(path, environment.variables(), environment.osName());
        if (settings != null) {
            throw Failure.usage(
                    "'" + path + "' is " + settings + ", which no list is written over", "name another file");
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Whether nothing is seen of what is written before all of it is: a file, and no pipe, device or stdout. */
    boolean appearsWhole() {
        return file != null && !file.isDirect();
    }

    /**
     * Whether what was written before a failure can be read, and more can be appended to it. What was compressed has
     * no end then, so that no reader takes a part for the whole.
     */
    boolean canBeContinued() {
        return !appearsWhole() && gzip == null;
    }

    /** The path of the file, as the user gave it; null for stdout, a pipe or a device. */
    String file() {
        return appearsWhole() ? path : null;
    }

    /** Puts the complete file into its place. */
    void commit() throws IOException {
        if (file == null) {
            return;
        }
        if (gzip != null) {
            gzip.finish();
        }
        file.commit();
        if (file.inPlaceReason() != null) {
            messages.info("note: " + path + " was overwritten in place, since it can't be replaced ("
                    + file.inPlaceReason() + "): a program that read it meanwhile may have got a part");
        }
    }

    Failure failure(IOException e) {
        return path == null || appearsWhole()
                ? FailureMessages.ofOutput(e, path)
                : FailureMessages.ofDirectOutput(e, path);
    }

    /** Leaves no trace of a file that was not committed. */
    @Override
    public void close() {
        unregisterHook.run();
        if (file != null) {
            closeQuietly(file);
        }
    }

    /** At a signal. The writing thread may then fail on the closed file, which must not be reported. */
    private static void abort(AtomicFile file, Messages messages) {
        messages.silence();
        closeQuietly(file);
    }

    private static void closeQuietly(AtomicFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // The file was not complete anyway.
        }
    }
}
