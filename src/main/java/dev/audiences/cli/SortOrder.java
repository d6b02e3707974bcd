package dev.audiences.cli;

import dev.audiences.api.Item;
import dev.audiences.api.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;

/** The order of {@code --sort FIELD[:asc|desc]}: numbers by value, instants by time, text without case; empty last. */
final class SortOrder {
    private SortOrder() {}

    /** @throws Failure when it is not a field with an optional direction */
    static Comparator<Item> parse(String value) throws Failure {
        int colon = value.lastIndexOf(':');
        String field = colon < 0 ? value : value.substring(0, colon);
        String direction = colon < 0 ? "asc" : value.substring(colon + 1);
        if (field.isEmpty() || !direction.equals("asc") && !direction.equals("desc")) {
            throw Failure.usage(
                    "--sort '" + value + "' is not FIELD, FIELD:asc or FIELD:desc",
                    "such as  --sort prospectCount:desc");
        }
        Comparator<Object> values = direction.equals("desc")
                ? Comparator.comparing(SortOrder::key, Comparator.reverseOrder())
                : Comparator.comparing(SortOrder::key);
        Comparator<Object> emptyLast = Comparator.nullsLast(values);
        return (a, b) -> emptyLast.compare(a.value(field), b.value(field));
    }

    private static Key key(Object value) {
        if (value instanceof JsonText json) {
            return isNumber(json.json()) ? new Key(0, new BigDecimal(json.json()), null, "") : text(json.json());
        }
        String string = (String) value;
        try {
            return new Key(1, null, OffsetDateTime.parse(string).toInstant(), string);
        } catch (DateTimeException e) {
            return text(string);
        }
    }

    private static Key text(String text) {
        return new Key(2, null, null, text);
    }

    private static boolean isNumber(String json) {
        char first = json.charAt(0);
        return first == '-' || first >= '0' && first <= '9';
    }

    /** A value in a form that can be compared; values of different kinds stay apart. */
    private record Key(int kind, BigDecimal number, Instant instant, String text) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            if (kind == 0) {
                return number.compareTo(other.number);
            }
            int byTime = kind == 1 ? instant.compareTo(other.instant) : 0;
            int byLetters = byTime == 0 ? text.compareToIgnoreCase(other.text) : byTime;
            return byLetters == 0 ? text.compareTo(other.text) : byLetters;
        }
    }
}
