package dev.audiences.http;

import dev.audiences.text.Digits;
import java.util.Locale;

/**
 * Recognises the hosts of this machine by their names alone, without a look-up. {@link HostAddresses} checks the
 * addresses when a name is looked up.
 */
public final class Loopback {
    private Loopback() {}

    /** Returns whether the host is localhost or a name within it (RFC 6761, section 6.3), in 127.0.0.0/8, or ::1. */
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
            if (part.length() > 3 || !Digits.isAllDigits(part)) {
                return false;
            }
        }
        return true;
    }
}
