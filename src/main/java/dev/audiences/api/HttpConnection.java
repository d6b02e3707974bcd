package dev.audiences.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Sends one GET and gives its whole answer, or says why there is none. It follows no redirect, so that the key goes to
 * no other host, and never sends a request twice.
 */
final class HttpConnection implements AutoCloseable {
    /** The greatest body that is read, in bytes. */
    static final long BODY_CAP = 64L << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String SELECTOR_THREAD = "SelectorManager";

    static {
        // All are read once, when the classes concerned are loaded.
        // The client would send a GET again on its own when the connection ends before the headers.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        // It would keep Basic credentials from a proxy on CONNECT.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        // A page fits into one buffer, and not into the usual 16 KiB.
        System.setProperty("jdk.httpclient.bufsize", "65536");
        // On two cores the pool would have one thread, and every request would start a thread of its own instead.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
    }

    private final Proxy proxy;
    private final HttpClient client;

    /** A whole answer. */
    record Answer(int status, HttpHeaders headers, byte[] body) {
        Answer {
            // The client gives none when it is the proxy that refused, in its answer to CONNECT.
            body = body == null ? new byte[0] : body;
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    /**
     * @param proxy the proxy to go through, or null
     * @param tls the trust to use; null for plain HTTP, where making a default one would cost a third of the start
     */
    HttpConnection(Proxy proxy, SSLContext tls) {
        this.proxy = proxy;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy == null ? HttpClient.Builder.NO_PROXY : proxy.selector())
                .sslContext(tls == null ? NoTls.context() : tls)
                .connectTimeout(CONNECT_TIMEOUT)
                // On the client's own thread: nothing here blocks it, and handing over costs a third of a page's time.
                .executor(Runnable::run);
        this.client = builder.build();
    }

    /**
     * @param authorization the value of the Authorization field
     * @param timeout for everything, from connecting to the last byte of the body
     * @throws ApiException of kind UNAVAILABLE or UNTRUSTED
     */
    Answer get(URI uri, String authorization, String userAgent, Duration timeout)
            throws ApiException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .header("User-Agent", userAgent);
        if (proxy != null && proxy.authorization() != null) {
            request.header("Proxy-Authorization", proxy.authorization());
        }
        long cap = Math.min(BODY_CAP, Runtime.getRuntime().maxMemory() / 4);
        CompletableFuture<Answer> received = new CompletableFuture<>();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                request.build(),
                info -> new CappedBody(
                        info.headers().firstValueAsLong("Content-Length").orElse(-1),
                        cap,
                        body -> received.complete(new Answer(info.statusCode(), info.headers(), body))));
        // The client itself tells of the last byte later, by way of another thread; but it tells of failures too.
        CompletableFuture<Answer> answer = received.applyToEither(
                sent.thenApply(r -> new Answer(r.statusCode(), r.headers(), r.body())), first -> first);
        try {
            // Not HttpRequest.timeout: that ends at the headers, and a stalled body would block for ever.
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw ConnectionFailure.describe(e.getCause(), uri, proxy, cap);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw ConnectionFailure.timedOut(uri, proxy, timeout);
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw e;
        }
    }

    /** Ends the client's thread, for which the JVM would otherwise wait 300 ms at exit. */
    @Override
    public void close() {
        Thread[] threads = new Thread[Thread.activeCount() + 8];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith(SELECTOR_THREAD)) {
                threads[i].interrupt();
            }
        }
    }
}
