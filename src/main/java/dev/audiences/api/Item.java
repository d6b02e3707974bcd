package dev.audiences.api;

import dev.audiences.json.RawJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One JSON object of a list, every field in the order in which the API sent it.
 *
 * <p>A value is a {@link String} for a JSON string, {@code null} for a JSON null, and a {@link RawJson} for anything
 * else.
 */
public final class Item {
    private final List<String> names;
    private final Object[] values;

    /**
     * @param names the field names; items of the same shape may share one list
     * @param values one value a name, not copied
     */
    Item(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** An item with the given alternating names and values. */
    public static Item of(Object... namesAndValues) {
        String[] names = new String[namesAndValues.length / 2];
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = (String) namesAndValues[2 * i];
            values[i] = namesAndValues[2 * i + 1];
        }
        return new Item(List.of(names), values);
    }

    /** The item with one more field at its end; one that the API sent by this name stays as it is. */
    public Item with(Field field, Object value) {
        if (names.contains(field.name())) {
            return this;
        }
        List<String> more = new ArrayList<>(names);
        more.add(field.name());
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = value;
        return new Item(more, all);
    }

    /** The names of the fields; consecutive items of one shape give the same instance, so a reader can cache by it. */
    public List<String> names() {
        return names;
    }

    /** The value of the field at {@code index} of {@link #names()}. */
    public Object value(int index) {
        return values[index];
    }

    /** The value of a field, or null when it is null or absent. */
    public Object value(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    /** The value of a field, or null when it is null or absent. */
    public Object value(Field field) {
        return value(field.name());
    }

    /**
     * Whether a path such as {@code company.name} leads to a field, which may be null: a field of this very name, or a
     * member of the object before the dot.
     */
    public boolean has(String path) {
        return names.contains(path) || FieldPath.find(this, path) != FieldPath.ABSENT;
    }

    /** The value that a path leads to, as of {@link #has}, or null when it is null or absent. */
    public Object at(String path) {
        int index = names.indexOf(path);
        if (index >= 0) {
            return values[index];
        }
        Object found = FieldPath.find(this, path);
        return found == FieldPath.ABSENT ? null : found;
    }

    /** As {@link #text(String)}. */
    public String text(Field field) {
        return text(field.name());
    }

    /** The text of a field: the content of a string, the JSON of anything else, empty when null or absent. */
    public String text(String name) {
        Object value = value(name);
        return value == null ? "" : value.toString();
    }
}
