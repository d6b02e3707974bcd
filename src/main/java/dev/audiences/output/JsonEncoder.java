package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.HiddenCharacters;
import dev.audiences.text.Counts;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Writes items as JSON objects that are safe to print: hidden characters, which are valid within strings only, are
 * written as {@code \}{@code u} escapes. So are lone surrogates, which UTF-8 can't encode.
 */
final class JsonEncoder {
    private static final boolean[] PLAIN_IN_STRING = Utf8Buffer.printableExcept("\"\\");
    private static final boolean[] PLAIN_IN_JSON = Utf8Buffer.printableExcept("");

    private final Utf8Buffer buffer;
    private final Columns chosen;
    private final boolean indented;
    private final int depth;
    private final String noun;
    private boolean loneSurrogate;
    private long withLoneSurrogate;
    private String firstWithLoneSurrogate;

    /** @param indented whether each field is on a separate line, indented as deep as the item is nested */
    JsonEncoder(Utf8Buffer buffer, FormatOptions options, boolean indented) {
        this.buffer = buffer;
        this.chosen = options.columns() == null ? null : new Columns(new LinkedHashSet<>(options.columns()));
        this.indented = indented;
        this.depth = options.single() ? 0 : 1;
        this.noun = options.resource().noun();
    }

    /** Writes all fields, or the chosen ones; a chosen field that the item lacks is null. */
    void item(Item item) throws IOException {
        int size = chosen == null ? item.names().size() : chosen.size();
        buffer.append('{');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                buffer.append(',');
            }
            lineBreak(depth + 1);
            string(chosen == null ? item.names().get(i) : chosen.name(i));
            colon();
            value(chosen == null ? item.value(i) : chosen.value(item, i));
        }
        if (size > 0) {
            lineBreak(depth);
        }
        buffer.append('}');
        if (loneSurrogate) {
            loneSurrogate = false;
            withLoneSurrogate++;
            firstWithLoneSurrogate = firstWithLoneSurrogate == null ? item.text(Resource.ID) : firstWithLoneSurrogate;
        }
    }

    /** Returns what a reader of the items has to know. */
    List<String> notes() {
        return withLoneSurrogate == 0
                ? List.of()
                : List.of(Counts.of(withLoneSurrogate, noun)
                        + " with a lone surrogate, written as an escape such as \\ud800,"
                        + " which jq, PostgreSQL and others refuse (the first is "
                        + firstWithLoneSurrogate + ")");
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            buffer.append("null");
        } else if (value instanceof RawJson text) {
            if (indented) {
                indentedJson(text.json());
            } else {
                json(text.json());
            }
        } else {
            string((String) value);
        }
    }

    private void string(String text) throws IOException {
        buffer.append('"');
        characters(text, PLAIN_IN_STRING);
        buffer.append('"');
    }

    private void json(String json) throws IOException {
        characters(json, PLAIN_IN_JSON);
    }

    private void characters(String text, boolean[] plain) throws IOException {
        int i = buffer.appendPlain(text, 0, plain);
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            character(codePoint);
            i = buffer.appendPlain(text, i + Character.charCount(codePoint), plain);
        }
    }

    private void indentedJson(String json) throws IOException {
        int level = depth + 1;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '"' -> {
                    int end = endOfString(json, i);
                    json(json.substring(i, end));
                    i = end - 1;
                }
                case '{', '[' -> {
                    buffer.append(c);
                    level++;
                    if (json.charAt(i + 1) != '}' && json.charAt(i + 1) != ']') {
                        lineBreak(level);
                    }
                }
                case '}', ']' -> {
                    level--;
                    if (json.charAt(i - 1) != '{' && json.charAt(i - 1) != '[') {
                        lineBreak(level);
                    }
                    buffer.append(c);
                }
                case ',' -> {
                    buffer.append(c);
                    lineBreak(level);
                }
                case ':' -> colon();
                default -> buffer.append(c);
            }
        }
    }

    private static int endOfString(String json, int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private void character(int codePoint) throws IOException {
        switch (codePoint) {
            case '"' -> buffer.append("\\\"");
            case '\\' -> buffer.append("\\\\");
            default -> {
                loneSurrogate |= codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                if (HiddenCharacters.contains(codePoint)) {
                    buffer.append(HiddenCharacters.escape(codePoint));
                } else {
                    buffer.appendCodePoint(codePoint);
                }
            }
        }
    }

    private void colon() throws IOException {
        buffer.append(indented ? ": " : ":");
    }

    private void lineBreak(int depth) throws IOException {
        if (indented) {
            buffer.append('\n');
            buffer.append(' ', 2 * depth);
        }
    }
}
