package dev.audiences.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Receives events of requests; may be called on a thread other than the one that sent the request. */
public interface RequestListener {
    /** Called before a request is sent. */
    default void sending(URI uri, int attempt) {}

    /**
     * Called when a complete response has arrived.
     *
     * @param traceId the response's trace id, or null
     */
    default void received(HttpTransport.Response response, Supplier<String> traceId) {}

    /**
     * Called when a list goes on with another page size.
     *
     * @param limit the most items that a page may have from now on; null to leave it to the server
     */
    default void resized(Integer limit, ApiException reason) {}

    /** Called when a request failed and will be retried after {@code delay}. */
    default void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {}

    /** Called when the delay is over. */
    default void resumed() {}
}
