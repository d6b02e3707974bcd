package dev.audiences.text;

/** Redacts the parts of a URL that may contain secrets, for messages. */
public final class ShownUrl {
    private ShownUrl() {}

    /** Replaces user information, query and fragment with an ellipsis; the URL need not be valid. */
    public static String of(String url) {
        int end = url.length();
        for (int i = 0; i < end; i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                end = i;
            }
        }
        String shown = end == url.length() ? url : url.substring(0, end + 1) + "…";
        int authority = shown.indexOf("//") + 2;
        int path = authority < 2 ? -1 : shown.indexOf('/', authority);
        int at = authority < 2 ? -1 : shown.lastIndexOf('@', path < 0 ? end : path);
        return at < authority ? shown : shown.substring(0, authority) + "…" + shown.substring(at);
    }
}
