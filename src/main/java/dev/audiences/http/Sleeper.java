package dev.audiences.http;

import java.time.Duration;

/** Replaces {@link Thread#sleep} in tests, which then need not wait. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}
