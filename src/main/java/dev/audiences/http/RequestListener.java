package dev.audiences.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;

/** Hears about requests while they run; may be called from another thread than the one that asked. */
public interface RequestListener {
    /** A request is about to be sent. */
    default void sending(URI uri, int attempt) {}

    /**
     * A response has arrived whole.
     *
     * @param bytes the size of its body in bytes
     * @param traceId the response's trace id, or null
     */
    default void received(int status, int bytes, Duration took, String traceId) {}

    /** The fields of a response that has arrived, for finding out who gave it; called after {@link #received}. */
    default void fields(HttpHeaders fields) {}

    /** A request failed and is going to be sent again after {@code delay}. */
    default void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {}

    /** The wait is over. */
    default void resumed() {}
}
