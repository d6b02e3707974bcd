package dev.audiences.http;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP proxy that the environment sets, by the conventions of curl and most tools: {@code https_proxy} or
 * {@code http_proxy}, depending on the scheme of the request, then {@code all_proxy}, lower case before upper case.
 *
 * @param host a name or an address, IPv6 in brackets
 * @param authorization the value of the Proxy-Authorization field, or null without credentials
 * @param source the variable that sets the proxy
 */
public record Proxy(String host, int port, String authorization, String source) {
    private static final int DEFAULT_PORT = 1080;
    /** Name or IPv4 address, or IPv6 address in brackets; then a port. Names may contain underscores. */
    private static final String AUTHORITY = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{0,9}))?";

    /**
     * Returns the proxy for a URL, or null for a direct connection.
     *
     * @param target with scheme and host in lower case
     * @throws ApiException of kind SETUP when the value of the variable is invalid
     */
    public static Proxy of(URI target, Map<String, String> environment) throws ApiException {
        String scheme = target.getScheme();
        boolean loopback = Loopback.is(target.getHost());
        String source = firstSet(environment, scheme + "_proxy", scheme.toUpperCase(Locale.ROOT) + "_PROXY");
        if (source == null && !loopback) {
            // ALL_PROXY is for other hosts: a proxy elsewhere can't connect to this machine.
            source = firstSet(environment, "all_proxy", "ALL_PROXY");
        }
        if (source == null) {
            return null;
        }
        String exceptions = firstSet(environment, "no_proxy", "NO_PROXY");
        if (exceptions != null && new NoProxy(environment.get(exceptions)).covers(target)) {
            return null;
        }
        String value = environment.get(source).strip();
        if (!isHttp(value)) {
            if (loopback) {
                return null;
            }
            throw invalid(source, "has a scheme other than http://", value);
        }
        Proxy proxy = parse(value, source);
        if (scheme.equals("https") && target.getHost().startsWith("[")) {
            // Java's client sends an invalid CONNECT request for an IPv6 address.
            throw ApiException.of(
                            ApiException.Kind.SETUP, "an IPv6 address can't be reached through the proxy " + proxy)
                    .hint("name the host instead, or list the address in NO_PROXY")
                    .build();
        }
        // Plain HTTP stays on this machine: the key must not travel unencrypted to a proxy elsewhere.
        boolean leaves = scheme.equals("http") && !Loopback.is(proxy.host);
        return leaves ? null : proxy;
    }

    private static boolean isHttp(String value) {
        int scheme = value.indexOf("://");
        return scheme < 0 || value.substring(0, scheme).equalsIgnoreCase("http");
    }

    private static Proxy parse(String value, String source) throws ApiException {
        boolean withScheme = value.contains("://");
        URI uri;
        try {
            uri = new URI(withScheme ? value : "http://" + value);
        } catch (URISyntaxException e) {
            throw invalid(source, "is not a proxy URL", value);
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.indexOf('@');
        Matcher matcher = Pattern.compile(AUTHORITY).matcher(authority.substring(at + 1));
        // A password with a reserved character that is not encoded changes where the authority ends.
        if (!matcher.matches() || value.indexOf('@') != value.lastIndexOf('@') || at < 0 && value.contains("@")) {
            throw invalid(source, "is not a proxy URL", value);
        }
        String digits = matcher.group(2);
        int port = digits == null || digits.isEmpty() ? withScheme ? 80 : DEFAULT_PORT : Integer.parseInt(digits);
        if (port < 1 || port > Url.MAX_PORT) {
            throw invalid(source, "names port " + port + ", and ports go from 1 to " + Url.MAX_PORT, value);
        }
        return new Proxy(matcher.group(1), port, at < 0 ? null : basic(authority.substring(0, at)), source);
    }

    private static String basic(String userInfo) {
        // A plus sign is literal in user information (RFC 3986); URLDecoder would decode it to a space.
        String credentials = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiException invalid(String source, String reason, String value) {
        String hint = "set it to http://host:port or http://user:password@host:port";
        return ApiException.of(ApiException.Kind.SETUP, source + " " + reason)
                .hint(
                        value.contains("@")
                                ? hint + "; in the password write @ as %40, : as %3A, / as %2F, # as %23, % as %25"
                                : hint)
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

    /** Host and port, without credentials. */
    String name() {
        return host + ":" + port;
    }

    /** @param address the proxy's, resolved */
    ProxySelector selector(InetSocketAddress address) {
        List<java.net.Proxy> proxies = List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, address));
        return new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                return proxies;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress failed, IOException failure) {
                // The caller of the request gets the exception.
            }
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
