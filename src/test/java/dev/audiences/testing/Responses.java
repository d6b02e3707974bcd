package dev.audiences.testing;

/** Response bodies in the API's envelope. */
public final class Responses {
    private Responses() {}

    /** Makes a page; the cursor is null for the last one. */
    public static String page(String nextCursor, String... items) {
        return "{\"success\":true,\"data\":{\"items\":[" + String.join(",", items) + "],\"nextCursor\":"
                + (nextCursor == null ? "null" : "\"" + nextCursor + "\"") + ",\"hasMore\":" + (nextCursor != null)
                + "},\"error\":null,\"traceId\":\"trace-1\"}";
    }

    /** Makes an audience with every documented field. */
    public static String audience(String id) {
        return "{\"id\":\"" + id + "\",\"name\":\"Audience " + id + "\",\"type\":\"monitoring\",\"description\":null,"
                + "\"folderId\":null,\"prospectCount\":25,\"createdAt\":\"2026-04-28T15:30:00.000Z\"}";
    }

    public static String error(String code, String message) {
        return "{\"success\":false,\"data\":null,\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\",\"details\":\"more\"},\"traceId\":\"trace-9\"}";
    }
}
