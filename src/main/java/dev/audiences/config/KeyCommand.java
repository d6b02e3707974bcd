package dev.audiences.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the program that prints the API key. What it prints, on either stream, is never shown. */
final class KeyCommand {
    static final int LARGEST_KEY = 64 << 10;
    private static final long SECONDS_ALLOWED = 60;

    private KeyCommand() {}

    static String run(List<String> command, String source) throws ConfigException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File(nullDevice())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("can't be started", source, "check that the program is there and may be run");
        }
        try {
            return output(process, source);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String output(Process process, String source) throws ConfigException {
        CompletableFuture<byte[]> printed = CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()));
        try {
            byte[] bytes = printed.get(SECONDS_ALLOWED, TimeUnit.SECONDS);
            if (bytes.length > LARGEST_KEY) {
                throw failed("prints more than a key", source, "let it print the key and nothing else");
            }
            if (!process.waitFor(SECONDS_ALLOWED, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
            if (process.exitValue() != 0) {
                throw failed(
                        "failed with exit code " + process.exitValue(), source, "run it yourself to see what it says");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw failed(
                    "did not end within " + SECONDS_ALLOWED + " s", source, "it gets no terminal: it must not ask");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", source, "run it again");
        } catch (ExecutionException e) {
            throw failed("can't be read", source, "run it yourself to see what it says");
        }
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readNBytes(LARGEST_KEY + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String nullDevice() {
        return java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    private static ConfigException failed(String what, String source, String hint) {
        return ConfigException.in("the program that prints the API key " + what, source, hint);
    }
}
