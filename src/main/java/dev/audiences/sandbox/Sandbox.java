package dev.audiences.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.audiences.http.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;

/**
 * A server that imitates the API on the loopback interface, for trying the program and testing scripts without a key.
 * It follows the reference: envelope, Bearer authentication, cursor pagination, statuses.
 */
public final class Sandbox implements AutoCloseable {
    /** The key with all permissions. */
    public static final String API_KEY = "sk_sandbox_0123456789abcdef";

    /** A key without the permission to read audiences and prospects, which gets a 403. */
    static final String API_KEY_WITHOUT_PERMISSION = "sk_sandbox_no_rights";

    /** A key that may read audiences, but gets a 403 for prospects. */
    static final String API_KEY_WITHOUT_PROSPECTS = "sk_sandbox_lists_only";

    static final Set<String> API_KEYS = Set.of(API_KEY, API_KEY_WITHOUT_PERMISSION, API_KEY_WITHOUT_PROSPECTS);

    /** The id of the only account group. */
    public static final String ACCOUNT_GROUP_ID = "65f0c0ffee00000000000000";

    static final int MAX_LIMIT = 1000;

    private final HttpServer server;
    private final ExecutorService threads;

    private Sandbox(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param nanoTime a clock in nanoseconds that never goes back, for the limit on requests per second
     * @param sleeper for the latency
     * @throws java.net.BindException when the port is in use or not permitted
     */
    public static Sandbox start(SandboxOptions options, LongSupplier nanoTime, Sleeper sleeper) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        RequestHandler handler = new RequestHandler(options, nanoTime);
        server.createContext("/", exchange -> respond(exchange, handler, options.latency(), sleeper));
        server.setExecutor(threads);
        server.start();
        return new Sandbox(server, threads);
    }

    private static void respond(HttpExchange exchange, RequestHandler handler, Duration latency, Sleeper sleeper)
            throws IOException {
        try (exchange) {
            pause(latency, sleeper);
            Response response = handler.handle(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
            boolean gzip = acceptsGzip(exchange.getRequestHeaders().get("Accept-Encoding"));
            if (gzip) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            if (response.status() == ErrorResponse.TOO_MANY_REQUESTS) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(response.status(), -1);
            } else if (response.large()) {
                exchange.sendResponseHeaders(response.status(), 0); // of unknown length: in chunks
                write(response, gzip, exchange.getResponseBody());
            } else {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                write(response, gzip, body);
                exchange.sendResponseHeaders(response.status(), body.size());
                body.writeTo(exchange.getResponseBody());
            }
        }
    }

    private static void write(Response response, boolean gzip, OutputStream body) throws IOException {
        try (OutputStream encoded = gzip ? new GZIPOutputStream(body) : body) {
            response.writeTo(encoded);
        }
    }

    /** Whether a client names gzip without refusing it by a weight of 0 (RFC 9110, section 12.5.3). */
    static boolean acceptsGzip(List<String> fields) {
        if (fields == null) {
            return false;
        }
        for (String coding : String.join(",", fields).toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.split(";");
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
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

    /** Returns the base URL of the server. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
