package dev.audiences.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The host to connect to: the API or the proxy.
 *
 * @param proxy the proxy to use, or null
 * @param tls the TLS context; null for plain HTTP, which is allowed on this machine only
 */
public record Peer(Proxy proxy, SSLContext tls, HostResolver resolver) {

    /** @throws ApiException of kind SETUP when plain HTTP would connect to another machine */
    List<InetAddress> addresses(URI uri) throws UnknownHostException, ApiException {
        return HostAddresses.of(proxy == null ? uri.getHost() : proxy.host(), tls == null, resolver);
    }

    Route route(URI uri, InetAddress address, Duration connectTimeout) {
        return proxy == null
                ? Route.direct(uri, address, tls, connectTimeout)
                : Route.through(proxy, address, uri, tls, connectTimeout);
    }
}
