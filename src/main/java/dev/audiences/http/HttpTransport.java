package dev.audiences.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Sends GETs and gives their whole responses, or says why there is none. It follows no redirect, so that the key goes to
 * no other host, and never sends a request twice (which takes a system property, see {@code Main}).
 *
 * <p>The thread that waits for a response does nothing else: name look-up and parsing can take for ever, and run on
 * other threads, which are daemons.
 */
public final class HttpTransport implements AutoCloseable {
    /** For a connection to an address, where there is no other to try. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** The greatest body that is read, in bytes. */
    public static final long MAX_BODY = 64L << 20;

    private static final String SELECTOR_THREAD = "SelectorManager";

    private final Peer peer;
    private final String authorization;
    private final String userAgent;
    private final LongSupplier nanoTime;
    private final long cap = Math.min(MAX_BODY, Runtime.getRuntime().maxMemory() / 4);
    private volatile State state = new State();

    /** What is not used again after a failure: its threads may be stuck in the parser or in a look-up. */
    static final class State {
        private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "requests");
            thread.setDaemon(true);
            return thread;
        });
        /** The way that led to a response; null before the first one. */
        private volatile Route route;
        /** The thread that is handing over a response at this moment, or null. */
        private volatile Thread receiving;

        Route route() {
            return route;
        }

        void keep(Route working) {
            route = working;
        }

        /** Runs a task on another thread than the waiting one. */
        void run(Runnable task) {
            if (Thread.currentThread().equals(receiving)) {
                // Handing over would take time.
                task.run();
            } else {
                background.execute(task);
            }
        }

        /** Runs what a response sets off, on the thread that received it. */
        void handOver(Runnable task) {
            receiving = Thread.currentThread();
            try {
                task.run();
            } finally {
                receiving = null;
            }
        }
    }

    /**
     * A whole response.
     *
     * @param took from the sending of the request to the last byte
     */
    public record Response(int status, HttpHeaders headers, byte[] body, Duration took) {
        /** Stands for the body of the response to CONNECT, which the client does not give. */
        static final byte[] OF_PROXY = {};

        /** Whether it is a proxy's response to CONNECT. */
        public boolean isOfProxy() {
            return body == OF_PROXY;
        }

        public String header(String name) {
            List<String> values = headers.allValues(name);
            return values.isEmpty() ? null : values.get(0);
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

    /** Loads and initialises what the first request needs. */
    public static void warmUp() {
        // Never closed: closing ends the threads of all clients, and the real one may be at work already.
        Route.builder(null, CONNECT_TIMEOUT).build();
    }

    /**
     * Sends a request, and does not wait.
     *
     * @param timeout how long all of it may take; the addresses of the host share it
     */
    public Exchange send(URI uri, Duration timeout) {
        State current = state;
        Exchange.Request request = new Exchange.Request(uri, authorization, userAgent, timeout);
        Exchange exchange = new Exchange(request, peer, current, () -> renew(current), cap, nanoTime);
        current.run(exchange::start);
        return exchange;
    }

    /** Sends a request to the address that has just given a response. */
    public Exchange sendNext(URI uri) {
        return send(uri, CONNECT_TIMEOUT);
    }

    private void renew(State failed) {
        end(failed);
        state = new State();
    }

    /** Ends the threads, for those of the clients of which the JVM would otherwise wait 300 ms at exit. */
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
