package dev.audiences.process;

import java.io.InterruptedIOException;

/** The pauses between tries at a stream in non-blocking mode; Java can't wait for a file descriptor to be ready. */
final class PollingPause {
    private static final int LONGEST_MILLIS = 50;

    private int millis = 1;

    void take() throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        millis = Math.min(2 * millis, LONGEST_MILLIS);
    }
}
