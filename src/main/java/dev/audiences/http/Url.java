package dev.audiences.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Builds the API's URLs. Values are percent-encoded, except for unreserved characters (RFC 3986, section 2.3). */
public final class Url {
    /** The highest port number of TCP. */
    public static final int MAX_PORT = 65_535;

    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text;
    private boolean hasQuery;

    /** @param base an absolute URL without a slash at its end */
    public Url(URI base) {
        this.text = new StringBuilder(base.toString());
    }

    /** Appends fixed path segments, such as {@code /v1/accounts}. */
    public Url path(String path) {
        text.append(path);
        return this;
    }

    /** Appends one path segment, encoded. */
    public Url segment(String segment) {
        text.append('/');
        encode(segment);
        return this;
    }

    /** Appends a query parameter, unless the value is null. */
    public Url parameter(String name, Object value) {
        if (value == null) {
            return this;
        }
        text.append(hasQuery ? '&' : '?').append(name).append('=');
        encode(value.toString());
        hasQuery = true;
        return this;
    }

    /** Returns whether UTF-8 can encode the text: a lone surrogate would be sent as a question mark. */
    public static boolean isEncodable(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** Returns the URL. */
    public URI toUri() {
        return URI.create(text.toString());
    }

    private void encode(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
    }
}
