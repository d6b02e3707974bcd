package dev.audiences.api;

import java.util.Locale;

/** Tells hosts that never leave this machine, by their name alone: no name is looked up. */
public final class Loopback {
    private Loopback() {}

    /** Whether the host is localhost (RFC 6761, section 6.3), in 127.0.0.0/8, or ::1. */
    public static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.equals("::1") || name.equals("[::1]")) {
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
