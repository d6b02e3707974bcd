package dev.audiences.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Reads the API key from what may never end, such as a program or a pipe. */
final class KeyReader {
    static final int MAX_BYTES = 64 << 10;

    private KeyReader() {}

    /** What the key is read from; opening it may take as long as reading. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads one byte more than a key may have, at the most. It runs on a thread of its own, which the end of the program
     * does not wait for: opening a pipe that nobody writes to can't be broken off, and would keep a shared thread for ever.
     */
    static CompletableFuture<byte[]> start(Source source) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(read, source), "key-reader");
        thread.setDaemon(true);
        thread.start();
        return read;
    }

    static byte[] read(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static void complete(CompletableFuture<byte[]> read, Source source) {
        try {
            read.complete(read(source));
        } catch (IOException | RuntimeException e) {
            read.completeExceptionally(e);
        }
    }

    /** Such as {@code one minute}. */
    static String words(Duration timeout) {
        return timeout.equals(Duration.ofMinutes(1)) ? "one minute" : timeout.toMillis() + " ms";
    }
}
