package dev.audiences.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * A list that is returned page by page.
 *
 * @param cursorStart what its cursors start with, before the index; those that start otherwise are of other lists
 * @param size the number of items, including those that are left out
 * @param leftOut whether the item at an index is left out
 * @param item writes the item at an index
 */
record PagedList(String cursorStart, int size, IntPredicate leftOut, ObjIntConsumer<JsonGenerator> item) {

    /** Returns the page that the parameters {@code cursor} and {@code limit} of a request ask for. */
    Response page(Map<String, String> parameters, int defaultLimit, String traceId) {
        int start = parameters.containsKey("cursor") ? index(parameters.get("cursor")) : 0;
        if (start < 0 || start > size) {
            return ErrorResponse.invalid("cursor", "is not a cursor of this list", traceId);
        }
        int limit = parameters.containsKey("limit") ? number(parameters.get("limit")) : defaultLimit;
        if (limit < 1 || limit > Sandbox.MAX_LIMIT) {
            return ErrorResponse.invalid("limit", "must be a number from 1 to " + Sandbox.MAX_LIMIT, traceId);
        }
        return Response.success(traceId, json -> write(json, start, limit));
    }

    private void write(JsonGenerator json, int start, int limit) {
        json.writeArrayPropertyStart("items");
        int index = skipLeftOut(start);
        for (int written = 0; index < size && written < limit; written++) {
            item.accept(json, index);
            index = skipLeftOut(index + 1);
        }
        json.writeEndArray();
        boolean more = index < size;
        json.writeName("nextCursor");
        json.writeString(more ? cursor(index) : null);
        json.writeBooleanProperty("hasMore", more);
    }

    private int skipLeftOut(int start) {
        int index = start;
        while (index < size && leftOut.test(index)) {
            index++;
        }
        return index;
    }

    /** Returns a cursor that is opaque to clients, like the API's: JSON in base64. */
    private String cursor(int index) {
        byte[] json = (cursorStart + index + "}").getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Returns the index in a cursor, or -1 when it is invalid. */
    private int index(String cursor) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            boolean known = json.startsWith(cursorStart) && json.endsWith("}");
            return known ? number(json.substring(cursorStart.length(), json.length() - 1)) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
