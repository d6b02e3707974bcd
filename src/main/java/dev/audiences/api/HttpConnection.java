package dev.audiences.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends GETs and gives their whole answers, or says why there is none. It follows no redirect, so that the key goes to
 * no other host, and never sends a request twice (which takes a system property, see {@code Main}).
 */
final class HttpConnection implements AutoCloseable {
    /** The greatest body that is read, in bytes. */
    static final long MAX_BODY = 64L << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String SELECTOR_THREAD = "SelectorManager";

    private final Proxy proxy;
    private final LongSupplier nanoTime;
    private final HttpClient client;
    private final long cap = Math.min(MAX_BODY, Runtime.getRuntime().maxMemory() / 4);

    /**
     * A whole answer.
     *
     * @param took from the sending of the request to the last byte
     */
    record Answer(int status, HttpHeaders headers, byte[] body, Duration took) {
        /** Stands for the body of the answer to CONNECT, which the client does not give. */
        private static final byte[] OF_PROXY = {};

        /** Whether it is a proxy's answer to CONNECT. */
        boolean isOfProxy() {
            return body == OF_PROXY;
        }

        String header(String name) {
            return first(headers, name);
        }
    }

    /**
     * @param proxy the proxy to go through, or null
     * @param tls the trust to use; null for plain HTTP, where making a default one would cost a third of the start
     * @param nanoTime a clock in nanoseconds that never goes back
     */
    HttpConnection(Proxy proxy, SSLContext tls, LongSupplier nanoTime) {
        this.proxy = proxy;
        this.nanoTime = nanoTime;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy == null ? HttpClient.Builder.NO_PROXY : proxy.selector())
                .sslContext(tls == null ? NoTls.context() : tls)
                .connectTimeout(CONNECT_TIMEOUT)
                // On the client's own thread: nothing here blocks it, and handing over costs a third of a page's time.
                .executor(Runnable::run);
        if (tls != null) {
            builder.sslParameters(chaChaFirst(tls.getDefaultSSLParameters()));
        }
        this.client = builder.build();
    }

    /**
     * Prefers ChaCha20 (RFC 8446, section 9.1; RFC 7905) to AES, which is no safer. For AES Java has the help of the
     * processor only in code of the thorough compiler, which this program goes without: a long list would take 1.4 to
     * 1.6 times as long.
     */
    private static SSLParameters chaChaFirst(SSLParameters parameters) {
        List<String> suites = new ArrayList<>(List.of(parameters.getCipherSuites()));
        suites.sort(Comparator.comparing(suite -> !suite.contains("_CHACHA20_")));
        parameters.setCipherSuites(suites.toArray(new String[0]));
        // As the client has it by default.
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return parameters;
    }

    /**
     * Sends a request, and does not wait.
     *
     * @param authorization the value of the Authorization field
     */
    Exchange send(URI uri, String authorization, String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .header("User-Agent", userAgent);
        if (proxy != null && proxy.authorization() != null) {
            request.header("Proxy-Authorization", proxy.authorization());
        }
        long start = nanoTime.getAsLong();
        CompletableFuture<Answer> received = new CompletableFuture<>();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                request.build(),
                info -> new CappedBody(
                        contentLength(info.headers()),
                        cap,
                        body -> received.complete(answer(info.statusCode(), info.headers(), body, start))));
        // The client itself tells of the last byte later, by way of another thread; but it tells of failures too.
        CompletableFuture<Answer> answer = received.applyToEither(
                sent.thenApply(r -> answer(r.statusCode(), r.headers(), r.body(), start)), first -> first);
        return new Exchange(uri, sent, answer);
    }

    private static long contentLength(HttpHeaders headers) {
        String length = first(headers, "Content-Length");
        return length == null ? -1 : Long.parseLong(length);
    }

    /** As {@code HttpHeaders.firstValue}, but without a stream for each page. */
    private static String first(HttpHeaders headers, String name) {
        List<String> values = headers.allValues(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private Answer answer(int status, HttpHeaders headers, byte[] body, long start) {
        // The client gives no body when it is the proxy that refused, in its answer to CONNECT.
        byte[] bytes = body == null ? Answer.OF_PROXY : body;
        return new Answer(status, headers, bytes, Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    /** A request on its way, and its answer when it is there. */
    final class Exchange {
        private final URI uri;
        private final CompletableFuture<HttpResponse<byte[]>> sent;
        private final CompletableFuture<Answer> answer;

        private Exchange(URI uri, CompletableFuture<HttpResponse<byte[]>> sent, CompletableFuture<Answer> answer) {
            this.uri = uri;
            this.sent = sent;
            this.answer = answer;
        }

        URI uri() {
            return uri;
        }

        /**
         * Waits for the answer.
         *
         * @param timeout for everything, from connecting to the last byte of the body
         * @param onArrival is given the answer as soon as it is there, on the thread that received it, and is done
         *     before this returns
         * @throws ApiException of kind UNAVAILABLE or UNTRUSTED
         */
        Answer await(Duration timeout, Consumer<Answer> onArrival) throws ApiException, InterruptedException {
            try {
                // Not HttpRequest.timeout: that ends at the headers, and a stalled body would block for ever.
                return answer.whenComplete((arrived, failure) -> {
                            if (arrived != null) {
                                onArrival.accept(arrived);
                            }
                        })
                        .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw ConnectionFailure.describe(e.getCause(), uri, proxy, cap);
            } catch (TimeoutException e) {
                cancel();
                throw ConnectionFailure.timedOut(uri, proxy, timeout);
            } catch (InterruptedException e) {
                cancel();
                throw e;
            }
        }

        void cancel() {
            sent.cancel(true);
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
