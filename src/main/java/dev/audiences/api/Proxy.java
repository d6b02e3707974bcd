package dev.audiences.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The HTTP proxy that the environment names, by the conventions that curl and most tools share: {@code https_proxy} or
 * {@code http_proxy} by the scheme of the request, then {@code all_proxy}, lower case before upper case.
 *
 * @param name host and port, without credentials
 * @param authorization the value of the Proxy-Authorization field, or null without credentials
 * @param source the variable that named the proxy
 */
record Proxy(String name, InetSocketAddress address, String authorization, String source) {
    private static final int DEFAULT_PORT = 1080;
    private static final int MAX_PORT = 65_535;

    /**
     * The proxy for a URL, or null for a direct connection.
     *
     * @param target with scheme and host in lower case
     * @throws ApiException of kind SETUP when the variable makes no sense
     */
    static Proxy of(URI target, Map<String, String> environment) throws ApiException {
        String scheme = target.getScheme();
        String source = firstSet(
                environment, scheme + "_proxy", scheme.toUpperCase(Locale.ROOT) + "_PROXY", "all_proxy", "ALL_PROXY");
        if (source == null) {
            return null;
        }
        String exceptions = firstSet(environment, "no_proxy", "NO_PROXY");
        if (exceptions != null && new NoProxy(environment.get(exceptions)).covers(target)) {
            return null;
        }
        Proxy proxy = parse(environment.get(source), source);
        if (scheme.equals("https") && target.getHost().startsWith("[")) {
            // Java's client makes no valid CONNECT request for one.
            throw ApiException.of(
                            ApiException.Kind.SETUP, "an IPv6 address can't be reached through the proxy " + proxy)
                    .hint("name the host instead, or list the address in NO_PROXY")
                    .build();
        }
        // Plain HTTP stays on this machine: the key must not travel unencrypted to a proxy elsewhere.
        boolean leaves = scheme.equals("http") && !Loopback.is(proxy.address.getHostString());
        return leaves ? null : proxy;
    }

    private static Proxy parse(String value, String source) throws ApiException {
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException e) {
            throw invalid(source, "is not a proxy URL");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw invalid(source, "names a proxy of another kind than http://");
        }
        if (uri.getHost() == null) {
            throw invalid(source, "is not a proxy URL");
        }
        int port = uri.getPort() < 0 ? (value.contains("://") ? 80 : DEFAULT_PORT) : uri.getPort();
        if (port < 1 || port > MAX_PORT) {
            throw invalid(source, "names port " + port + ", and ports go from 1 to " + MAX_PORT);
        }
        String host = uri.getHost();
        return new Proxy(
                host + ":" + port, InetSocketAddress.createUnresolved(host, port), basic(uri.getRawUserInfo()), source);
    }

    private static String basic(String userInfo) {
        if (userInfo == null) {
            return null;
        }
        // A plus sign is itself in user information (RFC 3986); only the form encoding reads it as a space.
        String credentials = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiException invalid(String source, String reason) {
        return ApiException.of(ApiException.Kind.SETUP, source + " " + reason)
                .hint("set it to http://host:port or http://user:password@host:port")
                .build();
    }

    private static String firstSet(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return name;
            }
        }
        return null;
    }

    ProxySelector selector() {
        InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        List<java.net.Proxy> proxies = List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, resolved));
        return new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                return proxies;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // The failure reaches the caller of the request.
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
