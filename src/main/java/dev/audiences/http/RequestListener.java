package dev.audiences.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.function.Supplier;

/** Receives events of requests; may be called on a thread other than the one that sent the request. */
public interface RequestListener {
    /** Called before a request is sent. */
    default void sending(URI uri, int attempt) {}

    /**
     * Called when a complete response has arrived.
     *
     * @param bytes the size of its body in bytes
     * @param traceId the response's trace id, or null
     */
    default void received(int status, int bytes, Duration took, Supplier<String> traceId) {}

    /** Called after {@link #received} with the header fields, which show who sent the response. */
    default void fields(HttpHeaders fields) {}

    /** Called when a request failed and will be retried after {@code delay}. */
    default void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {}

    /** Called when the delay is over. */
    default void resumed() {}
}
