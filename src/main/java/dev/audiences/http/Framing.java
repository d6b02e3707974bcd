package dev.audiences.http;

import dev.audiences.text.Digits;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * Determines the length of a body, and rejects headers that leave it ambiguous (RFC 9112, section 6.3). Java's client
 * accepts two different lengths, a negative length, and a length together with chunks; the rest of the body would then
 * be read as the next response.
 */
final class Framing {
    private static final int MAX_DIGITS = 18;

    private Framing() {}

    /** Thrown when the header fields contradict each other or are malformed. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * Returns the length of the body in bytes, or -1 when there is no Content-Length.
     *
     * @throws Invalid when the length of the body is ambiguous
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
        if (length.length() > MAX_DIGITS || !Digits.isAllDigits(length)) {
            throw new Invalid("its Content-Length is not a number of bytes");
        }
        return Long.parseLong(length);
    }
}
