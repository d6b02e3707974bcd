package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.HostResolver;
import dev.audiences.http.HttpTransport;
import dev.audiences.http.Peer;
import dev.audiences.http.Proxy;
import dev.audiences.http.RequestListener;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.Url;
import dev.audiences.json.RawJson;
import dev.audiences.text.SecretMask;
import dev.audiences.tls.CertificateFileException;
import dev.audiences.tls.TrustedCertificates;
import java.net.URI;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;

/** The API, one method an endpoint. Failed requests are retried as the {@link RetryPolicy} decides. */
public final class ApiClient implements AutoCloseable {
    private static final String ACCOUNTS = "/v1/accounts";

    private final URI baseUrl;
    private final PageFetcher fetcher;

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
        Peer peer = new Peer(Proxy.of(baseUrl, target.environment()), tls(target), HostResolver::system);
        HttpTransport transport = new HttpTransport(peer, "Bearer " + target.apiKey(), target.userAgent(), nanoTime);
        SecretMask mask = SecretMask.of(target.environment());
        mask.add(target.apiKey());
        this.fetcher = new PageFetcher(transport, retries, listener, mask);
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
     * Loads the classes that the first request needs, a good third of the start; meant for another thread, while the
     * command line is parsed.
     */
    public static void warmUp() {
        HttpTransport.warmUp();
    }

    /** Reads the trust store that requests over HTTPS need; meant for another thread. */
    public static void warmUpTrust() {
        TrustedCertificates.warmUp();
    }

    /**
     * Whether the API can have an account group or an audience of this id: one path segment that no server takes for
     * another.
     */
    public static boolean isId(String id) {
        return !id.isEmpty()
                && !id.equals(".")
                && !id.equals("..")
                && Url.isEncodable(id)
                && id.codePoints().noneMatch(Character::isISOControl);
    }

    /** The account groups that the key can use ({@code GET /v1/accounts}). */
    public Paginator accounts() {
        return whole(Endpoint.ACCOUNTS, new Url(baseUrl).path(ACCOUNTS).toUri());
    }

    /**
     * The audiences of an account group that are ready for use
     * ({@code GET /v1/accounts/{accountGroupId}/audiences}).
     */
    public Paginator audiences(String accountGroupId, PageOptions options) {
        URI list = audiences(accountGroupId).toUri();
        return new Paginator(fetcher, Endpoint.AUDIENCES, list, options.size(), options);
    }

    /**
     * The folders of an account group, each with the number of its audiences
     * ({@code GET /v1/accounts/{accountGroupId}/audiences/navigation}).
     */
    public PageSource folders(String accountGroupId) {
        return whole(Endpoint.FOLDERS, navigation(accountGroupId))
                .map(folder -> folder.with(Resource.AUDIENCE_COUNT, size(folder.value(Resource.AUDIENCES))));
    }

    /** Sends the request of {@link #folders} beside those that come before it is called. */
    public void prefetchFolders(String accountGroupId) {
        fetcher.prefetch(navigation(accountGroupId));
    }

    /**
     * One audience ({@code GET /v1/accounts/{accountGroupId}/audiences/{audienceId}}).
     *
     * @throws ApiException of kind NOT_READY while a prospecting job is still filling it
     */
    public Item audience(String accountGroupId, String id) throws ApiException, InterruptedException {
        URI uri = audiences(accountGroupId).segment(id).toUri();
        Item item = whole(Endpoint.audience(id), uri).next().items().get(0);
        if (!item.text(Resource.ID).equalsIgnoreCase(id)) {
            throw ApiException.of(
                            ApiException.Kind.UNTRUSTED,
                            "the API answered with the audience " + item.text(Resource.ID) + " when asked for " + id)
                    .build();
        }
        return item;
    }

    /**
     * The prospects of an audience
     * ({@code GET /v1/accounts/{accountGroupId}/audiences/{audienceId}/prospects}).
     */
    public Paginator prospects(String accountGroupId, String audienceId, PageOptions options) {
        URI list =
                audiences(accountGroupId).segment(audienceId).path("/prospects").toUri();
        return new Paginator(fetcher, Endpoint.prospects(audienceId), list, options.size(), options);
    }

    private Url audiences(String accountGroupId) {
        return new Url(baseUrl).path(ACCOUNTS).segment(accountGroupId).path("/audiences");
    }

    private URI navigation(String accountGroupId) {
        return audiences(accountGroupId).path("/navigation").toUri();
    }

    private Paginator whole(Endpoint endpoint, URI uri) {
        return new Paginator(fetcher, endpoint, uri, PageSize.fixed(null), PageOptions.WHOLE_LIST);
    }

    /** The number of elements of an array, or null. */
    private static RawJson size(Object value) {
        return value instanceof RawJson json && json.size() >= 0 ? new RawJson(String.valueOf(json.size())) : null;
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
