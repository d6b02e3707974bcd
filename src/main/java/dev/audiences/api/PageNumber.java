package dev.audiences.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cursors that are the number of a page. They mean another place in the list when the size of the pages changes, and
 * items would be left out without a word; so that size must stay.
 */
final class PageNumber {
    /** A number alone, or one that is called a page, as in {@code {"page":2}}. */
    private static final Pattern FORM = Pattern.compile(
            "[\\p{Punct}\\s]*(?:page\\w*[\\p{Punct}\\s]+)?(\\d{1,9})[\\p{Punct}\\s]*", Pattern.CASE_INSENSITIVE);

    private PageNumber() {}

    /**
     * Whether this may be the number of the page that follows; a cursor that counts items is further on.
     *
     * @param cursor the cursor of a page of several items, or null for the first page, which may have the number 0
     */
    static boolean follows(String cursor, String next) {
        int to = number(next);
        return cursor == null ? to == 1 || to == 2 : to > 0 && to - 1 == number(cursor);
    }

    /** The number that is all of the cursor, itself or decoded from base64; -1 when there is none. */
    private static int number(String cursor) {
        int plain = find(cursor);
        return plain >= 0 ? plain : find(decoded(cursor));
    }

    private static int find(String text) {
        Matcher number = FORM.matcher(text);
        return number.matches() ? Integer.parseInt(number.group(1)) : -1;
    }

    private static String decoded(String cursor) {
        try {
            byte[] bytes = Base64.getDecoder().decode(cursor.replace('-', '+').replace('_', '/'));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
