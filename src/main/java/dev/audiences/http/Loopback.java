package dev.audiences.http;

import java.util.Locale;

/**
 * Tells hosts that do not leave this machine, by their name alone: no name is looked up. What a name leads to is checked
 * when it is used, see {@link HostAddresses}.
 */
public final class Loopback {
    private Loopback() {}

    /** Whether the host is localhost or a name within it (RFC 6761, section 6.3), in 127.0.0.0/8, or ::1. */
    public static boolean is(String host) {
        String name = HostAddresses.withoutDot(host.toLowerCase(Locale.ROOT));
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("::1") || name.equals("[::1]")) {
            return true;
        }
        String[] parts = name.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("127")) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
