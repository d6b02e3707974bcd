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

/** The file that holds the API key: a regular file, or a pipe such as {@code /dev/fd/63}. */
final class KeyFile {
    static final String VARIABLE = "AUDIENCES_API_KEY_FILE";

    private KeyFile() {}

    /** @param limit how long a pipe gets, from the wait for its writer to its end */
    static String read(String file, TimeLimit limit) throws ConfigException {
        try {
            Path path = Path.of(file);
            requireSafe(path, file);
            byte[] bytes = Files.isRegularFile(path) ? bytes(path) : bytesOfPipe(path, limit);
            if (bytes.length <= ApiKey.MAX_BYTES) {
                return KeyText.decode(bytes, source(file));
            }
        } catch (TimeoutException e) {
            throw ConfigException.late(
                    "the file with the API key did not end within " + limit,
                    source(file),
                    "it is a pipe: does anybody write to it, and close it? If so, allow more with " + limit.option(),
                    e);
        } catch (IOException | InvalidPathException e) {
            throw ConfigException.in(
                    "the file with the API key can't be read",
                    source(file),
                    "check the path and its permissions; the variable names a file, it does not hold the key");
        }
        throw ConfigException.in("the file holds more than a key", source(file), "is it the right file?");
    }

    /** A pipe belongs to whoever made it; a file may also have been written by others. */
    private static void requireSafe(Path path, String file) throws ConfigException, IOException {
        if (FileTarget.isUndecodable(path)) {
            throw ConfigException.in(
                    "the path of the file with the API key is not UTF-8", VARIABLE, "rename the file or its folder");
        }
        if (Files.isRegularFile(path)) {
            FileAccess.requireNotWritableByOthers(path, "the file with the API key", source(file), "go-w");
        }
    }

    /** Whether there is such a file, and others can read it: that is usual for the secrets of containers. */
    static boolean othersMayRead(String file) {
        try {
            Path path = Path.of(file);
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

    private static byte[] bytesOfPipe(Path path, TimeLimit limit)
            throws ConfigException, IOException, TimeoutException {
        try {
            return KeyReader.start(() -> bytes(path)).get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConfigException.in("reading the API key was interrupted", source(path.toString()), "run it again");
        }
    }

    /** The variable and its file; a word that names none may be a key in the wrong variable, and is not shown. */
    static String source(String file) {
        boolean path = file.indexOf('/') >= 0 || file.indexOf(File.separatorChar) >= 0 || new File(file).exists();
        return path ? VARIABLE + " (" + file + ")" : VARIABLE;
    }
}
