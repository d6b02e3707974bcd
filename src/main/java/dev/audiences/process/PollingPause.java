package dev.audiences.process;

import java.io.InterruptedIOException;

/** The pauses between attempts to read or write in non-blocking mode; Java has no poll for file descriptors. */
final class PollingPause {
    private static final int MAX_MILLIS = 50;

    private int millis = 1;

    void take() throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        millis = Math.min(2 * millis, MAX_MILLIS);
    }
}
