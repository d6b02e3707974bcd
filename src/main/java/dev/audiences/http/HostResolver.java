package dev.audiences.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;

/** Looks up the addresses of a host. */
@FunctionalInterface
public interface HostResolver {
    InetAddress[] resolve(String host) throws UnknownHostException;

    /** Asks the operating system. */
    static InetAddress[] system(String host) throws UnknownHostException {
        // Java would answer from memory for 10 s after a failed look-up, and all retries come within that time. It
        // reads
        // the property at its first look-up; one of the same name among the system properties has no effect.
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return InetAddress.getAllByName(host);
    }
}
