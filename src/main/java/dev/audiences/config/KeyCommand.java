package dev.audiences.config;

import dev.audiences.http.TimeLimit;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The program that prints the API key. What it prints, on either stream, is never shown.
 *
 * @param words the program and its arguments
 * @param level the level of the config file that names it, as shown to users
 */
record KeyCommand(List<String> words, String level) implements KeySource {
    @Override
    public SettingValue describe() {
        return new SettingValue("printed by " + words.get(0), level);
    }

    /** Runs the program; the limit is for its whole run. */
    @Override
    public ApiKey read(TimeLimit limit) throws ConfigException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("can't be started", "check that the program is there and may be run");
        }
        try {
            return ApiKey.of(output(process, limit), source());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String output(Process process, TimeLimit limit) throws ConfigException {
        try {
            InputStream out = process.getInputStream();
            // Not closed: the program would end of a broken pipe, and its children could no longer be found through it.
            byte[] bytes = KeyReader.start(() -> out.readNBytes(ApiKey.MAX_BYTES + 1))
                    .thenCompose(read -> afterExit(process, read))
                    .get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length > ApiKey.MAX_BYTES) {
                throw failed("prints more than a key", "let it print the key and nothing else");
            }
            if (process.exitValue() != 0) {
                throw failed("failed with exit code " + process.exitValue(), "run it yourself to see what it says");
            }
            return ApiKey.decode(bytes, source());
        } catch (TimeoutException e) {
            throw ConfigException.timeout(
                    "the program that prints the API key did not end within " + limit,
                    source(),
                    "it gets no terminal: it must not ask; if it is only slow, allow more with " + limit.option(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", "run it again");
        } catch (ExecutionException e) {
            throw failed("can't be read", "run it yourself to see what it says");
        }
    }

    /** The bytes once the program has ended; does not wait for a program that prints more than is read. */
    private static CompletableFuture<byte[]> afterExit(Process process, byte[] bytes) {
        return bytes.length > ApiKey.MAX_BYTES
                ? CompletableFuture.completedFuture(bytes)
                : process.onExit().thenApply(ended -> bytes);
    }

    private static String nullDevice() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    private String source() {
        return Setting.API_KEY_COMMAND.configKey() + " in " + level;
    }

    private ConfigException failed(String what, String hint) {
        return ConfigException.in("the program that prints the API key " + what, source(), hint);
    }
}
