package dev.audiences.http;

import dev.audiences.tls.HostTls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A route to the API: an address of the API or of the proxy, and a client that connects to that address only.
 *
 * <p>Java's client takes the address from the request's URL only. The name of the host is sent in the Host field and in
 * the TLS handshake (see {@link HostTls}).
 */
final class Route {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client;
    /** Replaces the authority in URLs, unless it is null. */
    private final String authority;
    /** The value of the Host field; null for the client's default. */
    private final String hostField;

    private Route(HttpClient client, String authority, String hostField) {
        this.client = client;
        this.authority = authority;
        this.hostField = hostField;
    }

    /**
     * Returns a route that connects to the API directly.
     *
     * @param tls null for plain HTTP
     */
    static Route direct(URI uri, InetAddress address, SSLContext tls, Duration connectTimeout) {
        String host = uri.getHost();
        if (HostAddresses.isLiteral(host)) {
            return new Route(builder(tls, connectTimeout).build(), null, null);
        }
        String name = HostAddresses.withoutDot(host);
        SSLContext hostTls = tls == null ? null : HostTls.context(tls, name);
        int port = uri.getPort();
        boolean usual = port < 0 || port == (tls == null ? HTTP_PORT : HTTPS_PORT);
        String field = usual ? name : name + ":" + port;
        String text = address.getHostAddress();
        String literal = text.indexOf(':') < 0 ? text : "[" + text + "]";
        return new Route(builder(hostTls, connectTimeout).build(), port < 0 ? literal : literal + ":" + port, field);
    }

    /** Returns a route through the proxy, which looks up the API's host. */
    static Route through(Proxy proxy, InetAddress address, URI uri, SSLContext tls, Duration connectTimeout) {
        // Without the proxy's name: the client rejects names with an underscore.
        InetSocketAddress socket = new InetSocketAddress(address.getHostAddress(), proxy.port());
        HttpClient client =
                builder(tls, connectTimeout).proxy(proxy.selector(socket)).build();
        String host = uri.getHost();
        String name = HostAddresses.withoutDot(host);
        String authority = uri.getPort() < 0 ? name : name + ":" + uri.getPort();
        return new Route(client, name.equals(host) ? null : authority, null);
    }

    /** @param tls the TLS context; null for plain HTTP */
    static HttpClient.Builder builder(SSLContext tls, Duration connectTimeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(tls == null ? HostTls.none() : tls)
                .connectTimeout(connectTimeout)
                // On the client's own thread: nothing here blocks it, and switching threads takes a third of a page's
                // time.
                .executor(Runnable::run);
        if (tls != null) {
            builder.sslParameters(chaChaFirst(tls.getDefaultSSLParameters()));
        }
        return builder;
    }

    /**
     * Prefers ChaCha20 (RFC 8446, section 9.1; RFC 7905) to AES, which is not more secure. Java uses the processor's
     * AES instructions only in code compiled by C2, which this program does not use: a long list would take 1.4 to 1.6
     * times as long.
     */
    private static SSLParameters chaChaFirst(SSLParameters parameters) {
        List<String> suites = new ArrayList<>(List.of(parameters.getCipherSuites()));
        suites.sort(Comparator.comparing(suite -> !suite.contains("_CHACHA20_")));
        parameters.setCipherSuites(suites.toArray(new String[0]));
        // The client's default.
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return parameters;
    }

    HttpClient client() {
        return client;
    }

    /** Returns a request for the URL on this route. */
    HttpRequest.Builder request(URI uri) {
        if (authority == null) {
            return HttpRequest.newBuilder(uri);
        }
        String text = uri.toString();
        int start = uri.getScheme().length() + 3;
        String routed = text.substring(0, start)
                + authority
                + text.substring(start + uri.getRawAuthority().length());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(routed));
        return hostField == null ? request : request.header("Host", hostField);
    }
}
