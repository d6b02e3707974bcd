package dev.audiences.config;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Reads the API key from a source that may never end, such as a program or a pipe. */
final class KeyReader {
    private KeyReader() {}

    /**
     * Reads on a daemon thread of its own: opening a pipe that nobody writes to can't be interrupted, and would block a
     * shared thread for ever.
     */
    static CompletableFuture<byte[]> start(Callable<byte[]> reading) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(read, reading), "key-reader");
        thread.setDaemon(true);
        thread.start();
        return read;
    }

    private static void complete(CompletableFuture<byte[]> read, Callable<byte[]> reading) {
        try {
            read.complete(reading.call());
        } catch (Exception e) {
            read.completeExceptionally(e);
        }
    }
}
