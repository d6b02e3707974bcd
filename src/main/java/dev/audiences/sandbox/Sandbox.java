package dev.audiences.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    static {
        // Read once, by the server's classes. Without it headers and body leave in two packets, and the second one
        // waits 40 ms for the client's acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private Sandbox(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** @throws IOException when the port is taken */
    public static Sandbox start(SandboxOptions options) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        Replies replies = new Replies(options);
        server.createContext("/", exchange -> answer(exchange, replies, options));
        server.setExecutor(threads);
        server.start();
        return new Sandbox(server, threads);
    }

    private static void answer(HttpExchange exchange, Replies replies, SandboxOptions options) throws IOException {
        try (exchange) {
            pause(options);
            Reply reply = replies.to(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            if (reply.status() == Replies.TOO_MANY_REQUESTS) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            boolean bodyWanted = !exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), bodyWanted ? reply.body().length : -1);
            if (bodyWanted) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private static void pause(SandboxOptions options) throws IOException {
        if (options.latency().isZero()) {
            return;
        }
        try {
            Thread.sleep(options.latency().toMillis());
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
