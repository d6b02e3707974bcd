package dev.audiences.api;

import dev.audiences.http.ApiException;

/** Gives pages one after the other; fetching happens in {@link #next}. */
@FunctionalInterface
public interface PageSource {
    /**
     * The next page.
     *
     * @return null when there is no further page
     * @throws ApiException when the page can't be had; a source that failed is not asked again
     */
    Page next() throws ApiException, InterruptedException;
}
