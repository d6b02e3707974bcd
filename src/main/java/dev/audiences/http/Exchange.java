package dev.audiences.http;

import dev.audiences.http.HttpTransport.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A request that was sent, and its response once that has arrived. */
public final class Exchange {
    /** The connect timeout for an address when there are others to try. */
    private static final Duration CONNECT_TIMEOUT_OF_SEVERAL = Duration.ofMillis(2500);

    private final Request request;
    private final Peer peer;
    private final HttpTransport.State state;
    private final Runnable onFailure;
    private final long cap;
    private final LongSupplier nanoTime;
    private final long begin;
    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private volatile CompletableFuture<HttpResponse<LimitedBodySubscriber.Body>> sent;
    /** Status and header fields, once they have arrived. */
    private volatile HttpResponse.ResponseInfo head;
    /** The number of addresses of the host; 0 until the look-up is done. */
    private volatile int addresses;

    /**
     * A request to send.
     *
     * @param authorization the value of the Authorization field
     * @param timeout for the whole request; the addresses of the host share it
     */
    record Request(URI uri, String authorization, String userAgent, Duration timeout) {
        @Override
        public String toString() {
            return uri.toString();
        }
    }

    /**
     * @param onFailure called when the request fails, before the exception is thrown
     * @param cap the maximum size of a body in bytes
     */
    Exchange(
            Request request,
            Peer peer,
            HttpTransport.State state,
            Runnable onFailure,
            long cap,
            LongSupplier nanoTime) {
        this.request = request;
        this.peer = peer;
        this.state = state;
        this.onFailure = onFailure;
        this.cap = cap;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    public URI uri() {
        return request.uri();
    }

    /** Looks up the host and sends the request; may block without limit. */
    void start() {
        try {
            Route known = state.route();
            if (known != null) {
                addresses = 1;
                send(known, List.of());
                return;
            }
            List<InetAddress> found = peer.addresses(request.uri());
            addresses = found.size();
            connect(found);
        } catch (IOException | ApiException | RuntimeException | Error e) {
            response.completeExceptionally(e);
        }
    }

    /** Tries the first address, and the others when it can't be connected to. */
    private void connect(List<InetAddress> left) {
        try {
            Route route = peer.route(request.uri(), left.get(0), connectTimeout(left.size()));
            send(route, left.subList(1, left.size()));
        } catch (RuntimeException | Error e) {
            response.completeExceptionally(e);
        }
    }

    private Duration connectTimeout(int left) {
        if (left == 1) {
            return HttpTransport.CONNECT_TIMEOUT;
        }
        Duration share = request.timeout().dividedBy(addresses);
        return share.compareTo(CONNECT_TIMEOUT_OF_SEVERAL) < 0 ? share : CONNECT_TIMEOUT_OF_SEVERAL;
    }

    private void send(Route route, List<InetAddress> others) {
        if (response.isDone()) {
            // It was cancelled during the look-up.
            return;
        }
        HttpRequest.Builder builder = route.request(request.uri())
                .header("Accept", "application/json")
                .header("Accept-Encoding", GzipDecoder.ENCODING)
                .header("Authorization", request.authorization())
                .header("User-Agent", request.userAgent());
        if (peer.proxy() != null && peer.proxy().authorization() != null) {
            builder.header("Proxy-Authorization", peer.proxy().authorization());
        }
        sent = route.client().sendAsync(builder.build(), info -> {
            state.keep(route);
            head = info;
            return new LimitedBodySubscriber(
                    Framing.contentLength(info.headers()),
                    GzipDecoder.of(info.headers()),
                    cap,
                    body -> state.deliver(() -> received(info.statusCode(), info.headers(), body)));
        });
        // The client completes this later than the subscriber, on another thread; it is needed for failures.
        CompletableFuture<?> unused = sent.whenComplete((whole, failure) -> {
            if (failure == null) {
                received(whole.statusCode(), whole.headers(), whole.body());
            } else if (isErrorThatCannotBeUnpacked(failure)) {
                received(head.statusCode(), head.headers(), new LimitedBodySubscriber.Body(new byte[0], 0));
            } else if (others.isEmpty() || !isUnconnected(failure) || response.isDone()) {
                response.completeExceptionally(failure);
            } else {
                state.run(() -> connect(others));
            }
        });
    }

    private void received(int status, HttpHeaders headers, LimitedBodySubscriber.Body body) {
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - begin);
        // The client has no body when the response is the proxy's to CONNECT.
        response.complete(
                body == null
                        ? new Response(status, headers, Response.OF_PROXY, 0, took)
                        : new Response(status, headers, body.bytes(), body.transferred(), took));
    }

    /**
     * A gateway that puts its own page in the place of an error may leave the Content-Encoding of the one it replaces:
     * the status is what counts.
     */
    private boolean isErrorThatCannotBeUnpacked(Throwable failure) {
        return head != null && head.statusCode() >= 400 && ConnectionFailure.isOfUnpacking(failure);
    }

    /** Returns whether no connection was made, so that another address may help. */
    private static boolean isUnconnected(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConnectException || t instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits for the response.
     *
     * @param limit for the whole request, from the look-up of the host to the last byte of the body
     * @param onArrival called with the response as soon as it arrives, on the thread that received it or on this one,
     *     and before this method returns
     * @throws ApiException of kind SETUP, UNAVAILABLE or UNTRUSTED
     */
    public Response await(TimeLimit limit, Consumer<Response> onArrival) throws ApiException, InterruptedException {
        try {
            // Not HttpRequest.timeout: that ends at the headers, and a stalled body would block for ever.
            return response.whenComplete((arrived, failure) -> {
                        if (arrived != null) {
                            onArrival.accept(arrived);
                        }
                    })
                    .get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            abort();
            throw ConnectionFailure.describe(e.getCause(), uri(), peer.proxy(), addresses, cap);
        } catch (TimeoutException e) {
            abort();
            throw addresses == 0
                    ? ConnectionFailure.lookupTimedOut(uri(), peer.proxy(), limit)
                    : ConnectionFailure.timedOut(uri(), peer.proxy(), limit);
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
    }

    private void abort() {
        cancel();
        onFailure.run();
    }

    /** Cancels the request; does nothing when it is already complete. */
    public void cancel() {
        response.cancel(false);
        CompletableFuture<?> running = sent;
        if (running != null) {
            running.cancel(true);
        }
    }
}
