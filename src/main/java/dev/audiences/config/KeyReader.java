package dev.audiences.config;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Reads the API key from what may never end, such as a program or a pipe. */
final class KeyReader {
    private KeyReader() {}

    /** Opens and reads, both of which may take for ever; no more than one byte more than a key may have. */
    @FunctionalInterface
    interface Reading {
        byte[] bytes() throws IOException;
    }

    /**
     * Reads on a thread of its own, which the end of the program does not wait for: opening a pipe that nobody writes to
     * can't be broken off, and would keep a shared thread for ever.
     */
    static CompletableFuture<byte[]> start(Reading reading) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(read, reading), "key-reader");
        thread.setDaemon(true);
        thread.start();
        return read;
    }

    private static void complete(CompletableFuture<byte[]> read, Reading reading) {
        try {
            read.complete(reading.bytes());
        } catch (IOException | RuntimeException e) {
            read.completeExceptionally(e);
        }
    }
}
