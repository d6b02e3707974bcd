package dev.audiences.http;

import java.time.Duration;

/** Lets time pass, so that tests need not wait for it. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}
