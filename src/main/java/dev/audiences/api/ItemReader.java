package dev.audiences.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonToken;

/** Reads the objects of one list; those of the same shape share one list of names. */
final class ItemReader {
    private final JsonBody body;
    private final List<String> names = new ArrayList<>();
    private Object[] values = new Object[8];
    private final ItemRules rules;
    private ItemRules.Shape shape;

    ItemReader(JsonBody body, ItemRules rules) {
        this.body = body;
        this.rules = rules;
        this.shape = rules.shape(List.of());
    }

    /** Reads the object that the body stands at the start of. */
    Item read() throws JsonBody.Fault {
        names.clear();
        while (body.next() != JsonToken.END_OBJECT) {
            if (names.size() == values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            int index = names.size();
            names.add(body.name());
            values[index] = body.value(body.next());
        }
        if (!names.equals(shape.names())) {
            shape = rules.shape(List.copyOf(names));
        }
        return new Item(shape.names(), Arrays.copyOf(values, names.size()));
    }

    /** What is wrong with the item that was read last, as {@link ItemRules.Shape#fault} says it. */
    String fault(Item item) {
        return shape.fault(item);
    }
}
