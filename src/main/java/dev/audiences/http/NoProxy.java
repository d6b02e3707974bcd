package dev.audiences.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * The value of {@code NO_PROXY}, the hosts to connect to without a proxy: a list, separated by commas or blanks, of
 * {@code *}, host names (which cover their subdomains, with or without a leading dot), IP addresses and CIDR blocks,
 * each with an optional port.
 */
final class NoProxy {
    private final String[] entries;

    NoProxy(String value) {
        this.entries = value.strip().toLowerCase(Locale.ROOT).split("[,\\s]+");
    }

    /** @param target with scheme and host in lower case */
    boolean covers(URI target) {
        String host = HostAddresses.withoutDot(target.getHost());
        int port = target.getPort() >= 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
        for (String entry : entries) {
            if (entry.equals("*") || matches(entry, host, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.contains("/")) {
            return inBlock(host, entry);
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        if (hasPort) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            entry = entry.substring(0, colon);
        }
        if (entry.startsWith("*.")) {
            entry = entry.substring(1);
        }
        String name = HostAddresses.withoutDot(entry.startsWith(".") ? entry.substring(1) : entry);
        if (name.isEmpty()) {
            return false;
        }
        return bare(host).equals(bare(name)) || isName(host) && host.endsWith("." + name);
    }

    private static boolean inBlock(String host, String block) {
        int slash = block.indexOf('/');
        byte[] network = literal(block.substring(0, slash));
        byte[] address = literal(host);
        int bits;
        try {
            bits = Integer.parseInt(block.substring(slash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        if (network == null || address == null || network.length != address.length) {
            return false;
        }
        if (bits < 0 || bits > 8 * network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bytes of an IP address, or null for a name; no name is looked up. */
    private static byte[] literal(String text) {
        if (isName(text)) {
            return null;
        }
        try {
            return InetAddress.getByName(bare(text)).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isName(String host) {
        return !host.contains(":") && host.chars().anyMatch(c -> c != '.' && (c < '0' || c > '9'));
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
