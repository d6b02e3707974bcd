package dev.audiences.cli.export;

import dev.audiences.api.Field;
import dev.audiences.api.Item;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.json.RawJson;
import dev.audiences.text.DecimalNumber;
import dev.audiences.text.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The order of {@code --sort FIELD[:asc|desc]}: numbers by value, instants by time, text without case; empty last. Times
 * that can't be read come last too, in both directions: at the top they would be taken for the newest.
 */
final class SortOrder {
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";

    private final String field;
    private final boolean descending;
    private final boolean byTime;
    private final UnreadableTimes unreadable = new UnreadableTimes();

    private SortOrder(String field, boolean descending, boolean byTime) {
        this.field = field;
        this.descending = descending;
        this.byTime = byTime;
    }

    /** @throws Failure when it is not a name with an optional direction, or with a hyphen that means desc */
    static SortOrder parse(String value) throws Failure {
        boolean hyphen = value.startsWith("-");
        int colon = value.indexOf(':');
        String name = value.substring(hyphen ? 1 : 0, colon < 0 ? value.length() : colon)
                .strip();
        String direction = colon < 0 ? ASCENDING : value.substring(colon + 1).toLowerCase(Locale.ROOT);
        boolean named = !name.isEmpty() && name.chars().noneMatch(Character::isWhitespace);
        boolean directed = direction.equals(ASCENDING) || direction.equals(DESCENDING);
        if (!named || !directed || hyphen && colon >= 0) {
            throw Failure.usage(
                    "--sort '" + value + "' is not FIELD, FIELD:asc, FIELD:desc or -FIELD",
                    "such as  --sort prospectCount:desc");
        }
        return new SortOrder(name, hyphen || direction.equals(DESCENDING), false);
    }

    /** The same direction, for the field that the name was found to mean. */
    SortOrder by(Field found) {
        return new SortOrder(found.name(), descending, found.kind() == Field.Kind.TIME);
    }

    /** The field, as it was typed until it was found. */
    String field() {
        return field;
    }

    /** Sorts the list in place; items that compare as equal keep their order. */
    void sort(List<Item> items) {
        Comparator<Key> keys = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Keyed> order = Comparator.comparing(Keyed::key, Comparator.nullsLast(keys));
        if (byTime) {
            order = Comparator.<Keyed>comparingInt(
                            keyed -> keyed.key() != null && keyed.key().isTime() ? 0 : 1)
                    .thenComparing(order);
        }
        Keyed[] keyed = new Keyed[items.size()];
        for (int i = 0; i < keyed.length; i++) {
            Item item = items.get(i);
            keyed[i] = new Keyed(item, key(item.at(field)));
        }
        Arrays.sort(keyed, order);
        for (int i = 0; i < keyed.length; i++) {
            items.set(i, keyed[i].item());
        }
    }

    /** Reports the times that could not be read. */
    void report(Messages messages, String noun) {
        unreadable.report(messages, noun, field, "sorted last");
    }

    private Key key(Object value) {
        if (byTime) {
            return time(value);
        }
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

    private Key time(Object value) {
        String text = value == null ? "" : value.toString();
        Instant instant = Timestamps.parseAnyForm(text);
        if (instant != null) {
            return new Key(1, null, instant, "");
        }
        unreadable.add(text);
        return value == null ? null : new Key(2, null, null, text);
    }

    /** An item and what it is sorted by, made once for all comparisons; null for a value that is null or absent. */
    private record Keyed(Item item, Key key) {}

    /** A value in a form that can be compared; values of different kinds stay apart. */
    private record Key(int kind, DecimalNumber number, Instant instant, String text) implements Comparable<Key> {
        boolean isTime() {
            return kind == 1;
        }

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
