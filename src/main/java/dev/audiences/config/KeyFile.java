package dev.audiences.config;

import dev.audiences.file.FileTarget;
import dev.audiences.http.TimeLimit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The file that holds the API key: a regular file, or a pipe such as {@code /dev/fd/63}.
 *
 * @param name the path as the variable has it
 */
record KeyFile(String name) implements KeySource {
    static final String VARIABLE = "AUDIENCES_API_KEY_FILE";

    @Override
    public SettingValue describe() {
        return new SettingValue("in a file", source());
    }

    /** Reads the file; the limit is for a pipe, from the wait for its writer to its end. */
    @Override
    public ApiKey read(TimeLimit limit, Function<Runnable, Runnable> onShutdown) throws ConfigException {
        try {
            Path path = Path.of(name);
            requireSafe(path);
            byte[] bytes = Files.isRegularFile(path) ? bytes(path) : bytesOfPipe(path, limit);
            if (bytes.length <= ApiKey.MAX_BYTES) {
                return ApiKey.of(ApiKey.decode(bytes, source()), source());
            }
        } catch (TimeoutException e) {
            throw ConfigException.timeout(
                    "the file with the API key did not end within " + limit,
                    source(),
                    "it is a pipe: does anybody write to it, and close it? If so, allow more with " + limit.option(),
                    e);
        } catch (IOException | InvalidPathException e) {
            throw ConfigException.in(
                    "the file with the API key can't be read",
                    source(),
                    "check the path and its permissions; the variable names a file, it does not hold the key");
        }
        throw ConfigException.in("the file holds more than a key", source(), "is it the right file?");
    }

    /** A pipe belongs to the process that made it; a regular file may have been written by other users. */
    private void requireSafe(Path path) throws ConfigException, IOException {
        if (FileTarget.isUndecodable(path)) {
            throw ConfigException.in(
                    "the path of the file with the API key is not UTF-8", VARIABLE, "rename the file or its folder");
        }
        if (Files.isRegularFile(path)) {
            FileAccess.requireNotWritableByOthers(path, "the file with the API key", source(), "go-w");
        }
    }

    /** Whether other users can read the file, as is usual for the secrets of containers. */
    boolean othersMayRead() {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) && FileAccess.othersMayRead(path);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ApiKey.MAX_BYTES + 1);
        }
    }

    private byte[] bytesOfPipe(Path path, TimeLimit limit) throws ConfigException, IOException, TimeoutException {
        try {
            return KeyReader.start(() -> bytes(path)).get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConfigException.in("reading the API key was interrupted", source(), "run it again");
        }
    }

    /** The variable and the path; without it when it may be a key that was put into the wrong variable. */
    private String source() {
        boolean path = name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0 || new File(name).exists();
        return path ? VARIABLE + " (" + name + ")" : VARIABLE;
    }

    /** Without the name, which may be a key that was put into the wrong variable. */
    @Override
    public String toString() {
        return "KeyFile";
    }
}
