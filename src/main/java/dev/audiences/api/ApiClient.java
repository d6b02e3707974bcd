package dev.audiences.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;

/** The API, one method an endpoint. A failed request is repeated as the {@link RetryPolicy} says. */
public final class ApiClient implements AutoCloseable {
    private final URI baseUrl;
    private final String authorization;
    private final String userAgent;
    private final RetryPolicy retries;
    private final RequestListener listener;
    private final LongSupplier nanoTime;
    private final Proxy proxy;
    private final HttpConnection connection;

    /**
     * What a client talks to, and in whose name.
     *
     * @param baseUrl an absolute URL without a slash at its end; only https, or http to this machine
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
        this.retries = retries;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.proxy = Proxy.of(baseUrl, target.environment());
        SSLContext tls = baseUrl.getScheme().equalsIgnoreCase("https") ? Trust.context(target.environment()) : null;
        this.connection = new HttpConnection(proxy, tls);
    }

    /**
     * Loads and initialises what the first request needs, a good third of the start; meant for another thread, while
     * the command line is parsed.
     *
     * @param https whether the trust store may be needed as well
     */
    public static void warmUp(boolean https) {
        // Never closed: closing ends the threads of all clients, and the real one may be at work already.
        new HttpConnection(null, null);
        if (https) {
            Trust.warmUp();
        }
    }

    /** Whether the API has an account group of this id at all: one path segment that no server takes for another. */
    public static boolean isAccountGroupId(String id) {
        return !id.isEmpty()
                && !id.equals(".")
                && !id.equals("..")
                && id.codePoints().noneMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF);
    }

    /**
     * One page of the account groups that the key can use ({@code GET /v1/accounts}).
     *
     * @param cursor null for the first page
     */
    public Page accounts(String cursor) throws ApiException, InterruptedException {
        return get(new Url(baseUrl).path("/v1/accounts").parameter("cursor", cursor), ItemRules.ACCOUNT, false);
    }

    /**
     * One page of the audiences of an account group that are ready for use
     * ({@code GET /v1/accounts/{accountGroupId}/audiences}).
     *
     * @param cursor null for the first page
     * @param limit the most items on the page, or null to leave it to the API
     */
    public Page audiences(String accountGroupId, String cursor, Integer limit)
            throws ApiException, InterruptedException {
        Url url = new Url(baseUrl)
                .path("/v1/accounts")
                .segment(accountGroupId)
                .path("/audiences")
                .parameter("cursor", cursor)
                .parameter("limit", limit);
        return get(url, ItemRules.AUDIENCE, true);
    }

    private Page get(Url url, ItemRules rules, boolean pagingRequired) throws ApiException, InterruptedException {
        URI uri = url.toUri();
        return retries.run((number, timeout) -> attempt(uri, number, timeout, rules, pagingRequired), listener);
    }

    private Page attempt(URI uri, int number, Duration timeout, ItemRules rules, boolean pagingRequired)
            throws ApiException, InterruptedException {
        listener.sending(uri, number);
        long start = nanoTime.getAsLong();
        HttpConnection.Answer answer = connection.get(uri, authorization, userAgent, timeout);
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
        String traceId = null;
        try {
            if (answer.status() == 407 && proxy != null) {
                throw ConnectionFailure.proxyStatus(answer.status(), proxy);
            }
            AnswerReader.Result result = AnswerReader.read(answer, rules, pagingRequired);
            traceId = result.traceId();
            return result.page();
        } catch (ApiException e) {
            traceId = e.traceId();
            throw e;
        } finally {
            listener.received(answer.status(), answer.body().length, took, traceId);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
