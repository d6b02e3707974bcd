package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.ConnectionFailure;
import dev.audiences.http.Exchange;
import dev.audiences.http.HttpTransport;
import dev.audiences.http.RequestListener;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import dev.audiences.text.SecretMask;
import dev.audiences.text.Truncated;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

/** Fetches one page, with the retries of the {@link RetryPolicy}. */
final class PageFetcher implements AutoCloseable {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final HttpTransport transport;
    private final CursorLookahead lookahead;
    private final RetryPolicy retries;
    private final RequestListener listener;
    private final SecretMask mask;
    private Exchange prefetched;

    PageFetcher(HttpTransport transport, RetryPolicy retries, RequestListener listener, SecretMask mask) {
        this.transport = transport;
        this.lookahead = new CursorLookahead(transport);
        this.retries = retries;
        this.listener = listener;
        this.mask = mask;
    }

    /** Sends a request beside those that come before its response is fetched. */
    void prefetch(URI uri) {
        prefetched = transport.sendNext(uri);
    }

    /**
     * Fetches a page.
     *
     * @param uri its URL, asked again for each attempt
     * @param size the size of the page, replaced after a failure that another size may avoid
     * @param nextPage the URL of the page at a cursor, or null when it will not be fetched; asked on another thread,
     *     before this method returns
     */
    Page fetch(Supplier<URI> uri, PageSize size, Endpoint endpoint, Function<String, URI> nextPage)
            throws ApiException, InterruptedException {
        RetryPolicy.Attempt<Page> attempt = new RetryPolicy.Attempt<>() {
            @Override
            public Page run(int number, TimeLimit limit) throws ApiException, InterruptedException {
                return request(uri.get(), number, limit, endpoint, nextPage);
            }

            @Override
            public boolean replaceAfter(ApiException failure, boolean last) {
                boolean replaced = size.replaceAfter(failure, last);
                if (replaced) {
                    listener.resized(size.limit(), failure);
                }
                return replaced;
            }
        };
        return retries.run(attempt, listener);
    }

    private Page request(URI uri, int number, TimeLimit limit, Endpoint endpoint, Function<String, URI> nextPage)
            throws ApiException, InterruptedException {
        listener.sending(uri, number);
        Exchange exchange = exchange(uri, limit);
        return page(exchange.await(limit, arrived -> lookahead.sendNext(arrived, nextPage)), uri, endpoint);
    }

    private Exchange exchange(URI uri, TimeLimit limit) {
        Exchange sent = prefetched != null && prefetched.uri().equals(uri) ? prefetched : null;
        prefetched = sent == null ? prefetched : null;
        sent = sent == null ? lookahead.take(uri) : sent;
        return sent == null ? transport.send(uri, limit.left()) : sent;
    }

    private Page page(HttpTransport.Response response, URI uri, Endpoint endpoint) throws ApiException {
        Supplier<String> traceId = () -> null;
        try {
            requireNotOfProxy(response, uri);
            ResponseParser.Result result = ResponseParser.read(response, endpoint, mask);
            // Masking takes time, and only a verbose run shows it.
            traceId = () -> Truncated.name(result.traceId(), mask);
            return result.page();
        } catch (ApiException e) {
            traceId = e::traceId;
            throw e;
        } finally {
            listener.received(response, traceId);
        }
    }

    /** Over https, a proxy can only respond to CONNECT: what comes through the tunnel is the API's. */
    private void requireNotOfProxy(HttpTransport.Response response, URI uri) throws ApiException {
        boolean maybe = response.isOfProxy() || uri.getScheme().equals("http");
        if (response.status() == PROXY_AUTHENTICATION_REQUIRED && transport.proxy() != null && maybe) {
            throw ConnectionFailure.proxyStatus(response.status(), transport.proxy());
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
