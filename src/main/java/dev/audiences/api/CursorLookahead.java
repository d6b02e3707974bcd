package dev.audiences.api;

import dev.audiences.http.HttpTransport;
import java.nio.charset.StandardCharsets;

/**
 * Finds the cursor of the next page in a response that is not decoded yet, so that the next request need not wait for
 * that. It looks only where the reference shows the cursor, behind the items; what it finds is a guess, and counts only
 * if decoding comes to the same.
 */
final class CursorLookahead {
    /** In bytes. */
    private static final int SEARCHED = 4096;
    /** In bytes; two pages that are larger need not be in memory at once. */
    private static final int MAX_BODY = 1 << 20;

    private CursorLookahead() {}

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
