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

    /** Makes the folders of an account group. */
    public static String navigation(String... folders) {
        return "{\"success\":true,\"data\":{\"folders\":[" + String.join(",", folders)
                + "],\"ungroupedAudiences\":[]},\"error\":null,\"traceId\":\"trace-2\"}";
    }

    /** Makes a folder with these audiences. */
    public static String folder(String id, String name, String... audiences) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"audienceType\":\"monitoring\",\"isPinned\":true,"
                + "\"position\":3,\"createdAt\":\"2026-04-28T15:30:00.000Z\",\"updatedAt\":\"2026-04-29T15:30:00.000Z\","
                + "\"audiences\":[" + String.join(",", audiences) + "]}";
    }

    /** Makes the response with this data alone. */
    public static String data(String json) {
        return "{\"success\":true,\"data\":" + json + ",\"error\":null,\"traceId\":\"trace-3\"}";
    }

    public static String error(String code, String message) {
        return "{\"success\":false,\"data\":null,\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\",\"details\":\"more\"},\"traceId\":\"trace-9\"}";
    }
}
