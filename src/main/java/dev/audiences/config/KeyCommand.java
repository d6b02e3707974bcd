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

/** Runs the program that prints the API key. What it prints, on either stream, is never shown. */
final class KeyCommand {
    private KeyCommand() {}

    /** @param limit how long the program gets in all */
    static String run(List<String> command, String source, TimeLimit limit) throws ConfigException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("can't be started", source, "check that the program is there and may be run");
        }
        try {
            return output(process, source, limit);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String output(Process process, String source, TimeLimit limit) throws ConfigException {
        try {
            InputStream out = process.getInputStream();
            // Left open: a program that is told would end and leave behind what it started, which then has no parent.
            byte[] bytes = KeyReader.start(() -> out.readNBytes(ApiKey.MAX_BYTES + 1))
                    .thenCompose(read -> afterExit(process, read))
                    .get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length > ApiKey.MAX_BYTES) {
                throw failed("prints more than a key", source, "let it print the key and nothing else");
            }
            if (process.exitValue() != 0) {
                throw failed(
                        "failed with exit code " + process.exitValue(), source, "run it yourself to see what it says");
            }
            return KeyText.decode(bytes, source);
        } catch (TimeoutException e) {
            throw ConfigException.late(
                    "the program that prints the API key did not end within " + limit,
                    source,
                    "it gets no terminal: it must not ask; if it is only slow, allow more with " + limit.option(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", source, "run it again");
        } catch (ExecutionException e) {
            throw failed("can't be read", source, "run it yourself to see what it says");
        }
    }

    /** The bytes once the program has ended; it is not waited for when it prints more than is read. */
    private static CompletableFuture<byte[]> afterExit(Process process, byte[] bytes) {
        return bytes.length > ApiKey.MAX_BYTES
                ? CompletableFuture.completedFuture(bytes)
                : process.onExit().thenApply(ended -> bytes);
    }

    private static String nullDevice() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    private static ConfigException failed(String what, String source, String hint) {
        return ConfigException.in("the program that prints the API key " + what, source, hint);
    }
}
