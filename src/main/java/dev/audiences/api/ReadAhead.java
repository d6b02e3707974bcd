package dev.audiences.api;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fetches the next page on another thread while the current one is being used. */
public final class ReadAhead implements PageSource, AutoCloseable {
    private final PageSource source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread fetching = new Thread(task, "read-ahead");
        fetching.setDaemon(true);
        return fetching;
    });
    private Future<Page> ahead;

    public ReadAhead(PageSource source) {
        this.source = source;
        this.ahead = thread.submit(source::next);
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        try {
            Page page = ahead.get();
            if (page != null) {
                ahead = thread.submit(source::next);
            }
            return page;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up the page that is being fetched. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
