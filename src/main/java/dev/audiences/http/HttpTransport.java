package dev.audiences.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Sends GET requests and returns their complete responses. It follows no redirects, so that the key is sent to no other
 * host, and never sends a request twice (which needs a system property, see {@code Main}).
 *
 * <p>The thread that waits for a response does nothing else: looking up a name and parsing a response can block without
 * limit, and run on daemon threads.
 */
public final class HttpTransport implements AutoCloseable {
    /** The connect timeout for the only or last address. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** The maximum size of a body in bytes. */
    public static final long MAX_BODY = 64L << 20;

    private static final String SELECTOR_THREAD = "SelectorManager";

    private final Peer peer;
    private final String authorization;
    private final String userAgent;
    private final LongSupplier nanoTime;
    private final long cap = Math.min(MAX_BODY, Runtime.getRuntime().maxMemory() / 4);
    private volatile State state = new State();

    /** The threads and connections, replaced after a failure: a thread may be stuck in the parser or in a look-up. */
    static final class State {
        private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "requests");
            thread.setDaemon(true);
            return thread;
        });
        /** The route of the last response; null before the first one. */
        private volatile Route route;
        /** The thread that is delivering a response now, or null. */
        private volatile Thread receiving;

        Route route() {
            return route;
        }

        void keep(Route working) {
            route = working;
        }

        /** Runs a task on a thread other than the one that waits for the response. */
        void run(Runnable task) {
            if (Thread.currentThread().equals(receiving)) {
                // This is such a thread already, and switching threads takes time.
                task.run();
            } else {
                background.execute(task);
            }
        }

        /** Delivers a response on the current thread, which received it. */
        void deliver(Runnable task) {
            receiving = Thread.currentThread();
            try {
                task.run();
            } finally {
                receiving = null;
            }
        }
    }

    /**
     * A complete response.
     *
     * @param body its body, unpacked
     * @param transferred the size of its body in bytes as it was sent
     * @param took the time from sending the request to the last byte
     */
    public record Response(int status, HttpHeaders headers, byte[] body, long transferred, Duration took) {
        /** The body of a proxy's response to CONNECT, which the client does not provide. */
        static final byte[] OF_PROXY = {};

        /** Returns whether this is a proxy's response to CONNECT. */
        public boolean isOfProxy() {
            return body == OF_PROXY;
        }

        /** Returns the first value of a header field, or null. */
        public String header(String name) {
            List<String> values = headers.allValues(name);
            return values.isEmpty() ? null : values.get(0);
        }

        /** Returns the encodings that the body still has, such as {@code br}; null when it has none. */
        public String unknownEncoding() {
            return GzipDecoder.unknownEncoding(headers);
        }
    }

    /**
     * @param authorization the value of the Authorization field
     * @param nanoTime a clock in nanoseconds that never goes back
     */
    public HttpTransport(Peer peer, String authorization, String userAgent, LongSupplier nanoTime) {
        this.peer = peer;
        this.authorization = authorization;
        this.userAgent = userAgent;
        this.nanoTime = nanoTime;
    }

    /** The proxy that requests go through, or null. */
    public Proxy proxy() {
        return peer.proxy();
    }

    /** Loads the classes that the first request needs. */
    public static void warmUp() {
        // Never closed: closing ends the threads of all clients, and the real one may already be in use.
        Route.builder(null, CONNECT_TIMEOUT).build();
    }

    /**
     * Sends a request, and does not wait for the response.
     *
     * @param timeout for the whole request; the addresses of the host share it
     */
    public Exchange send(URI uri, Duration timeout) {
        State current = state;
        Exchange.Request request = new Exchange.Request(uri, authorization, userAgent, timeout);
        Exchange exchange = new Exchange(request, peer, current, () -> renew(current), cap, nanoTime);
        current.run(exchange::start);
        return exchange;
    }

    /** Sends a request to the address of the last response. */
    public Exchange sendNext(URI uri) {
        return send(uri, CONNECT_TIMEOUT);
    }

    private void renew(State failed) {
        end(failed);
        state = new State();
    }

    /** Ends the threads; the JVM would otherwise wait 300 ms for those of the clients at exit. */
    @Override
    public void close() {
        end(state);
    }

    private static void end(State state) {
        state.background.shutdownNow();
        Thread[] threads = new Thread[Thread.activeCount() + 8];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith(SELECTOR_THREAD)) {
                threads[i].interrupt();
            }
        }
    }
}
