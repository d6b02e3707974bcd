package dev.audiences.api;

/** Gives pages one after the other; fetching happens in {@link #next}. */
public interface PageSource extends AutoCloseable {
    /**
     * The next page.
     *
     * @return null when there is no further page
     * @throws ApiException when the page can't be had; a source that failed is not asked again
     */
    Page next() throws ApiException, InterruptedException;

    /** Ends the fetching, where it goes on by itself. */
    @Override
    default void close() {}
}
