package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.cli.console.Failure;
import dev.audiences.json.RawJson;
import dev.audiences.text.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order of {@code --sort FIELD[:asc|desc]}: numbers by value, instants by time, text without case; empty last. */
final class SortOrder {
    private final String field;
    private final Comparator<Keyed> order;

    private SortOrder(String field, boolean descending) {
        this.field = field;
        Comparator<Key> keys = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.order = Comparator.comparing(Keyed::key, Comparator.nullsLast(keys));
    }

    /** @throws Failure when it is not a field with an optional direction */
    static SortOrder parse(String value) throws Failure {
        int colon = value.indexOf(':');
        String field = colon < 0 ? value : value.substring(0, colon);
        String direction = colon < 0 ? "asc" : value.substring(colon + 1);
        boolean named = !field.isEmpty() && field.chars().noneMatch(Character::isWhitespace);
        if (!named || !direction.equals("asc") && !direction.equals("desc")) {
            throw Failure.usage(
                    "--sort '" + value + "' is not FIELD, FIELD:asc or FIELD:desc",
                    "such as  --sort prospectCount:desc");
        }
        return new SortOrder(field, direction.equals("desc"));
    }

    String field() {
        return field;
    }

    /** Sorts the list in place; items that compare as equal keep their order. */
    void sort(List<Item> items) {
        Keyed[] keyed = new Keyed[items.size()];
        for (int i = 0; i < keyed.length; i++) {
            Item item = items.get(i);
            keyed[i] = new Keyed(item, key(item.value(field)));
        }
        Arrays.sort(keyed, order);
        for (int i = 0; i < keyed.length; i++) {
            items.set(i, keyed[i].item());
        }
    }

    private static Key key(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof RawJson json && json.isNumber()) {
            return new Key(0, DecimalNumber.of(json.json()), null, "");
        }
        String text = value.toString();
        Instant instant = value instanceof String ? Timestamps.parse(text) : null;
        return new Key(instant == null ? 2 : 1, null, instant, text);
    }

    /** An item and what it is sorted by, made once for all comparisons; null for a value that is null or absent. */
    private record Keyed(Item item, Key key) {}

    /** A value in a form that can be compared; values of different kinds stay apart. */
    private record Key(int kind, DecimalNumber number, Instant instant, String text) implements Comparable<Key> {
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
