package dev.audiences.http;

import dev.audiences.tls.HostTls;
import dev.audiences.tls.NoTls;
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
 * A way to the API: one address, of the API itself or of the proxy, and a client that connects to nothing else.
 *
 * <p>The address is part of the request's URL, for which Java's client has no other place; the host's name stands in
 * the Host field, and in the TLS handshake (see {@link HostTls}).
 */
final class Route {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client;
    /** What replaces the host in URLs; null for nothing. */
    private final String authority;
    /** The value of the Host field; null for the client's own. */
    private final String hostField;

    private Route(HttpClient client, String authority, String hostField) {
        this.client = client;
        this.authority = authority;
        this.hostField = hostField;
    }

    /**
     * Connects to the API's host itself.
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

    /** Connects to the proxy, which looks the API's host up itself. */
    static Route through(Proxy proxy, InetAddress address, URI uri, SSLContext tls, Duration connectTimeout) {
        // Without the proxy's name: the client refuses one with an underscore.
        InetSocketAddress socket = new InetSocketAddress(address.getHostAddress(), proxy.port());
        HttpClient client =
                builder(tls, connectTimeout).proxy(proxy.selector(socket)).build();
        String host = uri.getHost();
        String name = HostAddresses.withoutDot(host);
        String authority = uri.getPort() < 0 ? name : name + ":" + uri.getPort();
        return new Route(client, name.equals(host) ? null : authority, null);
    }

    /** @param tls the trust to use; null for plain HTTP, where making a default one would cost a third of the start */
    static HttpClient.Builder builder(SSLContext tls, Duration connectTimeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(tls == null ? NoTls.context() : tls)
                .connectTimeout(connectTimeout)
                // On the client's own thread: nothing here blocks it, and handing over costs a third of a page's time.
                .executor(Runnable::run);
        if (tls != null) {
            builder.sslParameters(chaChaFirst(tls.getDefaultSSLParameters()));
        }
        return builder;
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

    HttpClient client() {
        return client;
    }

    /** A request for the URL that takes this way. */
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
