package dev.audiences.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;

/** The addresses of a host, in the order in which to try them. */
final class HostAddresses {
    private HostAddresses() {}

    /**
     * Looks up the host, unless it is an IP address. IPv4 and IPv6 addresses alternate, as in RFC 8305, section 4: when
     * one family is not reachable, the second address works.
     *
     * @param loopbackOnly whether only loopback addresses are allowed
     * @throws ApiException of kind SETUP when an address is not a loopback address and has to be one
     */
    static List<InetAddress> of(String host, boolean loopbackOnly, HostResolver resolver)
            throws UnknownHostException, ApiException {
        if (isLiteral(host)) {
            return List.of(InetAddress.getByName(host));
        }
        InetAddress[] found = resolver.resolve(host);
        for (InetAddress address : found) {
            if (loopbackOnly && !address.isLoopbackAddress()) {
                throw ApiException.of(
                                ApiException.Kind.SETUP,
                                "the name " + host + " leads to another machine, " + address.getHostAddress()
                                        + ", and would send the API key there unencrypted (http://)")
                        .hint("write 127.0.0.1 or [::1] instead of the name, or correct this machine's hosts file")
                        .build();
            }
        }
        return alternating(found);
    }

    private static List<InetAddress> alternating(InetAddress[] found) {
        Deque<InetAddress> first = new ArrayDeque<>();
        Deque<InetAddress> second = new ArrayDeque<>();
        for (InetAddress address : new LinkedHashSet<>(List.of(found))) {
            (address.getClass() == found[0].getClass() ? first : second).add(address);
        }
        List<InetAddress> ordered = new ArrayList<>();
        while (!first.isEmpty() || !second.isEmpty()) {
            addNext(first, ordered);
            addNext(second, ordered);
        }
        return ordered;
    }

    private static void addNext(Deque<InetAddress> from, List<InetAddress> to) {
        if (!from.isEmpty()) {
            to.add(from.remove());
        }
    }

    /** Returns whether the host of a URL is an IP address; no name has digits only (RFC 3986, section 3.2.2). */
    static boolean isLiteral(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    /** Returns the host without the final dot of an absolute name, which only the look-up needs. */
    static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
