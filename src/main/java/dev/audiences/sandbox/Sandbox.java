package dev.audiences.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.audiences.http.Sleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * An imitation of the API on the loopback interface, for trying the tool and for testing scripts without a key. It
 * keeps to the reference: envelope, Bearer check, cursor pages, statuses.
 */
public final class Sandbox implements AutoCloseable {
    /** The key that may do everything. */
    public static final String API_KEY = "sk_sandbox_0123456789abcdef";

    /** A key without the permission to read audiences, for trying out a 403. */
    public static final String API_KEY_WITHOUT_PERMISSION = "sk_sandbox_no_permission";

    /** The one account group. */
    public static final String ACCOUNT_GROUP_ID = "65f0c0ffee00000000000000";

    static final int MAX_LIMIT = 100;

    private final HttpServer server;
    private final ExecutorService threads;

    private Sandbox(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param nanoTime a clock in nanoseconds that never goes back, for the bound on requests a second
     * @param sleeper for the latency
     * @throws java.net.BindException when the port is taken or not allowed
     */
    public static Sandbox start(SandboxOptions options, LongSupplier nanoTime, Sleeper sleeper) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        RequestHandler replies = new RequestHandler(options, nanoTime);
        server.createContext("/", exchange -> response(exchange, replies, options.latency(), sleeper));
        server.setExecutor(threads);
        server.start();
        return new Sandbox(server, threads);
    }

    private static void response(HttpExchange exchange, RequestHandler replies, Duration latency, Sleeper sleeper)
            throws IOException {
        try (exchange) {
            pause(latency, sleeper);
            Response reply = replies.to(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            if (reply.status() == RequestHandler.TOO_MANY_REQUESTS) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            boolean bodyWanted = !exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bodyWanted ? reply.body().length : -1);
            if (bodyWanted) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private static void pause(Duration latency, Sleeper sleeper) throws IOException {
        if (latency.isZero()) {
            return;
        }
        try {
            sleeper.sleep(latency);
        } catch (InterruptedException e) {
            throw new IOException("the sandbox is closing", e);
        }
    }

    /** The URL that stands for the API's base URL. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
