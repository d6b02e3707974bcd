package dev.audiences.http;

import java.net.http.HttpHeaders;
import java.util.List;

/**
 * Says where a body ends, and refuses what leaves it open (RFC 9112, section 6.3). Java's client takes the first of two
 * lengths, any negative one, and a length rather than chunks: the rest would be read as the next response.
 */
final class Framing {
    private static final int MAX_DIGITS = 18;

    private Framing() {}

    /** The fields of the response contradict each other, or are no such fields. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * The length of the body in bytes, or -1 when the fields do not tell.
     *
     * @throws Invalid when it is uncertain where the body ends
     */
    static long contentLength(HttpHeaders headers) {
        List<String> codings = headers.allValues("Transfer-Encoding");
        List<String> lengths = headers.allValues("Content-Length");
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            throw new Invalid("it has both Transfer-Encoding and Content-Length");
        }
        if (codings.size() > 1 || codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked")) {
            throw new Invalid("its Transfer-Encoding is not chunked");
        }
        if (lengths.isEmpty()) {
            return -1;
        }
        String length = lengths.get(0);
        if (lengths.size() > 1 && lengths.stream().anyMatch(other -> !other.equals(length))) {
            throw new Invalid("it has two values of Content-Length");
        }
        if (length.isEmpty() || length.length() > MAX_DIGITS || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Invalid("its Content-Length is not a number of bytes");
        }
        return Long.parseLong(length);
    }
}
