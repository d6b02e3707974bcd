package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.ConnectionFailure;
import dev.audiences.http.Exchange;
import dev.audiences.http.HostResolver;
import dev.audiences.http.HttpTransport;
import dev.audiences.http.Peer;
import dev.audiences.http.Proxy;
import dev.audiences.http.RequestListener;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import dev.audiences.http.Url;
import dev.audiences.text.SecretMask;
import dev.audiences.tls.CertificateFileException;
import dev.audiences.tls.TrustedCertificates;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** The API, one method an endpoint. A failed request is repeated as the {@link RetryPolicy} says. */
public final class ApiClient implements AutoCloseable {
    private final URI baseUrl;
    private final String authorization;
    private final String userAgent;
    private final SecretMask mask;
    private final RetryPolicy retries;
    private final RequestListener listener;
    private final Proxy proxy;
    private final HttpTransport connection;
    /** The request for the page after the one that is being decoded; null when it was not sent early. */
    private final AtomicReference<Exchange> prefetched = new AtomicReference<>();

    /**
     * What a client talks to, and in whose name.
     *
     * @param baseUrl an absolute URL without a slash at its end, scheme and host in lower case; only https, or http to
     *     this machine
     * @param apiKey printable ASCII
     * @param environment where proxies and certificates are named
     */
    public record Target(URI baseUrl, String apiKey, String userAgent, Map<String, String> environment) {
        @Override
        public String toString() {
            return baseUrl.toString();
        }
    }

    /** @throws ApiException of kind SETUP when the proxy or the certificate file makes no sense */
    public ApiClient(Target target, RetryPolicy retries, RequestListener listener, LongSupplier nanoTime)
            throws ApiException {
        this.baseUrl = target.baseUrl();
        this.authorization = "Bearer " + target.apiKey();
        this.userAgent = target.userAgent();
        this.mask = SecretMask.of(target.environment());
        mask.add(target.apiKey());
        this.retries = retries;
        this.listener = listener;
        this.proxy = Proxy.of(baseUrl, target.environment());
        this.connection = new HttpTransport(new Peer(proxy, tls(target), HostResolver::system), nanoTime);
    }

    /** The certificates to trust, or null for plain HTTP. */
    private static SSLContext tls(Target target) throws ApiException {
        try {
            boolean encrypted = target.baseUrl().getScheme().equals("https");
            return encrypted ? TrustedCertificates.context(target.environment()) : null;
        } catch (CertificateFileException e) {
            throw ApiException.of(ApiException.Kind.SETUP, e.getMessage())
                    .hint(e.hint())
                    .cause(e.getCause())
                    .build();
        }
    }

    /**
     * Loads and initialises what the first request needs, a good third of the start; meant for another thread, while
     * the command line is parsed.
     *
     * @param https whether the trust store may be needed as well
     */
    public static void warmUp(boolean https) {
        HttpTransport.warmUp();
        if (https) {
            TrustedCertificates.warmUp();
        }
    }

    /** Whether the API has an account group of this id at all: one path segment that no server takes for another. */
    public static boolean isAccountGroupId(String id) {
        return !id.isEmpty()
                && !id.equals(".")
                && !id.equals("..")
                && Url.isEncodable(id)
                && id.codePoints().noneMatch(Character::isISOControl);
    }

    /**
     * One page of the account groups that the key can use ({@code GET /v1/accounts}).
     *
     * @param cursor null for the first page
     */
    public Page accounts(String cursor) throws ApiException, InterruptedException {
        URI uri = new Url(baseUrl)
                .path("/v1/accounts")
                .parameter("cursor", cursor)
                .toUri();
        return get(uri, Endpoint.ACCOUNTS, response -> {});
    }

    /**
     * One page of the audiences of an account group that are ready for use
     * ({@code GET /v1/accounts/{accountGroupId}/audiences}).
     *
     * @param cursor null for the first page
     * @param limit the most items on the page, or null to leave it to the API
     * @param prefetch whether to ask for the page at the given cursor while this one, which names it, is decoded
     */
    public Page audiences(String accountGroupId, String cursor, Integer limit, Predicate<String> prefetch)
            throws ApiException, InterruptedException {
        return get(audiencesUri(accountGroupId, cursor, limit), Endpoint.AUDIENCES, response -> {
            String next = CursorLookahead.find(response);
            if (next != null && prefetch.test(next)) {
                prefetched.set(
                        connection.sendNext(audiencesUri(accountGroupId, next, limit), authorization, userAgent));
            }
        });
    }

    private URI audiencesUri(String accountGroupId, String cursor, Integer limit) {
        return new Url(baseUrl)
                .path("/v1/accounts")
                .segment(accountGroupId)
                .path("/audiences")
                .parameter("cursor", cursor)
                .parameter("limit", limit)
                .toUri();
    }

    private Page get(URI uri, Endpoint endpoint, Consumer<HttpTransport.Response> onArrival)
            throws ApiException, InterruptedException {
        return retries.run(
                (number, limit) -> {
                    listener.sending(uri, number);
                    return page(exchange(uri, limit).await(limit, onArrival), endpoint);
                },
                listener);
    }

    /** The request that was sent early when it is the right one, or else a new one. */
    private Exchange exchange(URI uri, TimeLimit limit) {
        Exchange early = prefetched.getAndSet(null);
        if (early != null && early.uri().equals(uri)) {
            return early;
        }
        if (early != null) {
            early.cancel();
        }
        return connection.send(uri, authorization, userAgent, limit.left());
    }

    private Page page(HttpTransport.Response response, Endpoint endpoint) throws ApiException {
        String traceId = null;
        try {
            // Within a tunnel only the API can say so.
            boolean ofProxy = response.isOfProxy() || baseUrl.getScheme().equals("http");
            if (response.status() == 407 && proxy != null && ofProxy) {
                throw ConnectionFailure.proxyStatus(response.status(), proxy);
            }
            ResponseParser.Result result = ResponseParser.read(response, endpoint, mask);
            traceId = result.traceId();
            return result.page();
        } catch (ApiException e) {
            traceId = e.traceId();
            throw e;
        } finally {
            listener.received(response.status(), response.body().length, response.took(), traceId);
            listener.fields(response.headers());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
