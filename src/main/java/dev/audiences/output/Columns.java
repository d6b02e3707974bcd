package dev.audiences.output;

import dev.audiences.api.Item;
import java.util.Collection;
import java.util.List;

/**
 * Reads the values of chosen fields, or of members of objects, such as {@code company.name}. The indexes of the fields
 * are looked up once for items with the same names.
 */
final class Columns {
    private final List<String> names;
    private final int[] indexes;
    private List<String> lastNames;

    Columns(Collection<String> names) {
        this.names = List.copyOf(names);
        this.indexes = new int[names.size()];
    }

    static Columns of(FormatOptions options, List<String> defaults) {
        return new Columns(options.columns() == null ? defaults : options.columns());
    }

    int size() {
        return indexes.length;
    }

    String name(int column) {
        return names.get(column);
    }

    /** Returns the value in {@code column}, or null when it is null or the item has no such field. */
    Object value(Item item, int column) {
        if (item.names() != lastNames) {
            lookUp(item.names());
        }
        int index = indexes[column];
        if (index >= 0) {
            return item.value(index);
        }
        return names.get(column).indexOf('.') < 0 ? null : item.at(names.get(column));
    }

    /** Returns the content of a string, the JSON of any other value, or an empty text when null or absent. */
    String text(Item item, int column) {
        Object value = value(item, column);
        return value == null ? "" : value.toString();
    }

    private void lookUp(List<String> fields) {
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = fields.indexOf(names.get(i));
        }
        lastNames = fields;
    }
}
