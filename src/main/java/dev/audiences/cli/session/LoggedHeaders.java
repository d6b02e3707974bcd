package dev.audiences.cli.session;

import dev.audiences.text.ShownUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The header fields that show who sent a response and why. Any other may be secret, as Set-Cookie is. */
final class LoggedHeaders {
    private static final String LOCATION = "location";
    private static final Set<String> SHOWN = Set.of(
            "age",
            "allow",
            "cf-cache-status",
            "cf-mitigated",
            "cf-ray",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            LOCATION,
            "proxy-authenticate",
            "retry-after",
            "server",
            "traceparent",
            "transfer-encoding",
            "via",
            "www-authenticate",
            "x-amz-cf-id",
            "x-amz-cf-pop",
            "x-amz-request-id",
            "x-amzn-errortype",
            "x-amzn-requestid",
            "x-amzn-trace-id",
            "x-azure-ref",
            "x-cache",
            "x-correlation-id",
            "x-request-id",
            "x-served-by",
            "x-squid-error",
            "x-trace-id");
    private static final List<String> SHOWN_PREFIXES = List.of("ratelimit", "x-ratelimit-");

    private LoggedHeaders() {}

    /** Whether a field may be shown at all. */
    static boolean mayBeShown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SHOWN.contains(lower) || SHOWN_PREFIXES.stream().anyMatch(lower::startsWith);
    }

    /** The field on one line, its values without what may be secret in them; to be masked and then cut. */
    static String line(String name, List<String> values) {
        boolean url = name.equalsIgnoreCase(LOCATION);
        return name + ": "
                + String.join(", ", url ? values.stream().map(ShownUrl::of).toList() : values);
    }
}
