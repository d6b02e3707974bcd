package dev.audiences.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;

/** Looks up the addresses of a host. */
@FunctionalInterface
public interface HostResolver {
    /** @throws UnknownHostException when the host has no address */
    InetAddress[] resolve(String host) throws UnknownHostException;

    /** Looks up the host with the resolver of the operating system. */
    static InetAddress[] system(String host) throws UnknownHostException {
        // Java caches a failed look-up for 10 s, longer than the retries take. It reads this security property at its
        // first look-up; the system property of the same name has no effect.
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return InetAddress.getAllByName(host);
    }
}
