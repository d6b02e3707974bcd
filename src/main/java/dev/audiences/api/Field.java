package dev.audiences.api;

import java.util.List;

/**
 * A field of a {@link Resource}.
 *
 * @param name as the API spells it
 * @param heading the heading of its column in a table
 * @param knownValues the values that the API is known to send, for help and completion; others pass through
 */
public record Field(String name, Kind kind, String heading, List<String> knownValues) {
    /** What the values of a field are. */
    public enum Kind {
        /** A string that users copy, so a table never cuts it. */
        IDENTIFIER,
        /** Any string. */
        TEXT,
        /** Any JSON value: the docs don't say which. */
        ANY,
        /** An object, whose members have names such as {@code company.name}. */
        OBJECT,
        /** An array. */
        ARRAY,
        /** A whole number without bounds. */
        COUNT,
        /** A string that names an instant, as ISO 8601 writes it. */
        TIME
    }

    static Field of(String name, Kind kind, String heading) {
        return new Field(name, kind, heading, List.of());
    }

    Field withKnownValues(String... values) {
        return new Field(name, kind, heading, List.of(values));
    }
}
