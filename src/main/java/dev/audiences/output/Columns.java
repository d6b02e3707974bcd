package dev.audiences.output;

import dev.audiences.api.Item;
import java.util.Collection;
import java.util.List;

/** Finds the values of chosen fields, looking names up once for a run of items that share one list of names. */
final class Columns {
    private final List<String> names;
    private final int[] indexes;
    private List<String> shape;

    Columns(Collection<String> names) {
        this.names = List.copyOf(names);
        this.indexes = new int[names.size()];
    }

    static Columns of(FormatOptions layout, List<String> defaults) {
        return new Columns(layout.columns() == null ? defaults : layout.columns());
    }

    int size() {
        return indexes.length;
    }

    String name(int column) {
        return names.get(column);
    }

    /** The value in {@code column}, or null when it is null or the item has no such field. */
    Object value(Item item, int column) {
        if (item.names() != shape) {
            lookUp(item.names());
        }
        int index = indexes[column];
        return index < 0 ? null : item.value(index);
    }

    /** The content of a string, the JSON of anything else, empty when null or absent. */
    String text(Item item, int column) {
        Object value = value(item, column);
        return value == null ? "" : value.toString();
    }

    private void lookUp(List<String> fields) {
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = fields.indexOf(names.get(i));
        }
        shape = fields;
    }
}
