package dev.audiences.config;

import dev.audiences.http.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The program that prints the API key. What it prints, on either stream, is never shown.
 *
 * @param words the program and its arguments
 * @param level the level of the config file that names it, as shown to users
 */
record KeyCommand(List<String> words, String level) implements KeySource {
    /** How long the rest of the output is read after the program has ended. */
    private static final long REST_MILLIS = 200;

    @Override
    public SettingValue describe() {
        return new SettingValue("printed by " + words.get(0), level);
    }

    /** Runs the program; the limit is for its whole run. */
    @Override
    public ApiKey read(TimeLimit limit, Function<Runnable, Runnable> onShutdown) throws ConfigException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("can't be started", "check that the program is there and may be run");
        }
        Runnable unregister = onShutdown.apply(() -> kill(process));
        try {
            return ApiKey.of(output(process, limit), source());
        } finally {
            unregister.run();
            kill(process);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String output(Process process, TimeLimit limit) throws ConfigException {
        try {
            byte[] bytes = printed(process).get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
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

    /**
     * What the program has printed when it ends, or more than a key before that. A child that it leaves behind may keep
     * the pipe open, and is not waited for.
     */
    private static CompletableFuture<byte[]> printed(Process process) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not closed: the program would end of a broken pipe, and its children could no longer be found through it.
        InputStream out = process.getInputStream();
        CompletableFuture<byte[]> read = KeyReader.start(() -> {
            byte[] buffer = new byte[1024];
            try {
                for (int n = 0; n >= 0 && bytes.size() <= ApiKey.MAX_BYTES; n = out.read(buffer)) {
                    bytes.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // Java closes its end when the program ends, also in the middle of a read.
            }
            return bytes.toByteArray();
        });
        CompletableFuture<byte[]> tooMuch = new CompletableFuture<>();
        CompletableFuture<Void> unused = read.thenAccept(all -> {
            if (all.length > ApiKey.MAX_BYTES) {
                tooMuch.complete(all);
            }
        });
        return process.onExit()
                .thenCompose(ended -> read.completeOnTimeout(null, REST_MILLIS, TimeUnit.MILLISECONDS))
                .thenApply(all -> all == null ? bytes.toByteArray() : all)
                .applyToEither(tooMuch, all -> all);
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
