package dev.audiences.api;

import dev.audiences.http.HttpTransport;
import dev.audiences.json.StrictJsonReader;
import dev.audiences.text.TextEscape;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonToken;

/**
 * What a response says that is not in the API's form, as those of gateways, firewalls and content networks: the words
 * of the usual JSON (RFC 9457 among it), the title of an HTML page, or a plain text.
 */
final class GatewayError {
    /** As much of a page as is looked at; JSON that is longer is no message. */
    private static final int MAX_BYTES = 64 << 10;

    private static final int MAX_TEXT = 2000;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_LIST = 20;
    private static final List<String> HEADINGS = List.of("title", "error");
    private static final List<String> MESSAGES = List.of(
            "message",
            "errormessage",
            "error_description",
            "detail",
            "details",
            "description",
            "msg",
            "reason",
            "faultstring");
    private static final List<String> CONTAINERS = List.of("error", "errors", "fault");

    private GatewayError() {}

    /** The words on one line, as long as they came; null when there are none. */
    static String words(HttpTransport.Response response) {
        byte[] body = response.body();
        if (body.length == 0 || response.unknownEncoding() != null) {
            return null;
        }
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        String text = new String(body, 0, Math.min(body.length, MAX_BYTES), charset(type));
        String start = text.substring(0, Math.min(text.length(), MAX_TEXT)).stripLeading();
        String words;
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
            words = body.length > MAX_BYTES ? null : json(body);
        } else if (start.startsWith("<")) {
            words = element(text, "title");
            words = words == null ? element(text, "message") : words;
        } else {
            words = type.startsWith("text/plain") && body.length <= MAX_TEXT ? text : null;
        }
        String folded = words == null ? "" : folded(words);
        return folded.isEmpty() ? null : folded;
    }

    private static Charset charset(String contentType) {
        int start = contentType.indexOf("charset=");
        if (start < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = contentType.substring(start + "charset=".length()).replace("\"", "");
        int end = name.indexOf(';');
        try {
            return Charset.forName((end < 0 ? name : name.substring(0, end)).strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Line breaks and blanks in a row as one blank; other control characters stay, to be made visible. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0;
            if (!blank) {
                folded.append(c);
            } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    /** The text of the first element of this name in HTML or XML, or null. */
    private static String element(String markup, String name) {
        int start = -1;
        for (int at = markup.indexOf('<'); at >= 0 && start < 0; at = markup.indexOf('<', at + 1)) {
            int end = at + 1 + name.length();
            boolean found = markup.regionMatches(true, at + 1, name, 0, name.length())
                    && end < markup.length()
                    && (markup.charAt(end) == '>' || Character.isWhitespace(markup.charAt(end)));
            start = found ? markup.indexOf('>', end) + 1 : -1;
        }
        int end = start <= 0 ? -1 : markup.indexOf('<', start);
        return end < 0 ? null : TextEscape.decodeHtml(markup.substring(start, end));
    }

    private static String json(byte[] body) {
        try (StrictJsonReader json = new StrictJsonReader(body)) {
            String words = words(value(json, json.next(), 0));
            json.end();
            return words;
        } catch (StrictJsonReader.InvalidJson e) {
            return null;
        }
    }

    /** A string, a list or a map, with names in lower case; null for anything else, and for what is nested too deep. */
    private static Object value(StrictJsonReader json, JsonToken token, int depth) throws StrictJsonReader.InvalidJson {
        if (token == JsonToken.VALUE_STRING) {
            return json.text();
        }
        if (depth == MAX_DEPTH || token == null || !token.isStructStart()) {
            if (token != null) {
                json.skip();
            }
            return null;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            for (JsonToken next = json.next(); next != JsonToken.END_ARRAY; next = json.next()) {
                Object each = value(json, next, depth + 1);
                if (list.size() < MAX_LIST) {
                    list.add(each);
                }
            }
            return list;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.next() != JsonToken.END_OBJECT) {
            String name = json.name().toLowerCase(Locale.ROOT);
            members.putIfAbsent(name, value(json, json.next(), depth + 1));
        }
        return members;
    }

    private static String words(Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (value instanceof List<?> list) {
            List<String> all = new ArrayList<>();
            list.forEach(each -> addWords(all, each));
            return all.isEmpty() ? null : String.join("; ", all);
        }
        return value instanceof Map<?, ?> members ? words(members) : null;
    }

    private static void addWords(List<String> all, Object value) {
        String words = words(value);
        if (words != null && !all.contains(words)) {
            all.add(words);
        }
    }

    private static String words(Map<?, ?> members) {
        List<String> found = new ArrayList<>();
        addWords(found, first(members, HEADINGS, true));
        addWords(found, first(members, MESSAGES, false));
        if (found.isEmpty() || members.get("errors") instanceof List<?>) {
            addWords(found, first(members, CONTAINERS, false));
        }
        return found.isEmpty() ? null : String.join(": ", found);
    }

    private static Object first(Map<?, ?> members, List<String> names, boolean stringsOnly) {
        for (String name : names) {
            Object value = members.get(name);
            if ((value instanceof String || !stringsOnly) && words(value) != null) {
                return value;
            }
        }
        return null;
    }
}
