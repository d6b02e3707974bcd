package dev.audiences.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Fetches on another thread while the pages before are being used; no more than two pages are held. */
public final class ReadAhead implements PageSource {
    private final BlockingQueue<Fetched> fetched = new ArrayBlockingQueue<>(1);
    private final Thread fetching;
    private boolean ended;

    /** @param page null after the last page, and with a failure */
    private record Fetched(Page page, Throwable failure) {}

    public ReadAhead(PageSource source) {
        fetching = new Thread(() -> fetchAll(source), "read-ahead");
        fetching.setDaemon(true);
        fetching.start();
    }

    private void fetchAll(PageSource source) {
        try {
            Fetched latest;
            do {
                latest = fetch(source);
                fetched.put(latest);
            } while (latest.page() != null);
        } catch (InterruptedException e) {
            // Closed: nobody waits for a page.
        }
    }

    private static Fetched fetch(PageSource source) throws InterruptedException {
        try {
            return new Fetched(source.next(), null);
        } catch (ApiException | RuntimeException | Error failure) {
            return new Fetched(null, failure);
        }
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (ended) {
            return null;
        }
        Fetched next = fetched.take();
        ended = next.page() == null;
        if (next.failure() instanceof ApiException failure) {
            throw failure;
        }
        if (next.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        if (next.failure() instanceof Error failure) {
            throw failure;
        }
        return next.page();
    }

    /** Gives up the page that is being fetched. */
    @Override
    public void close() {
        fetching.interrupt();
    }
}
