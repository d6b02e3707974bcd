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
    private List<String> shape = List.of();

    ItemReader(JsonBody body) {
        this.body = body;
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
        if (!names.equals(shape)) {
            shape = List.copyOf(names);
        }
        return new Item(shape, Arrays.copyOf(values, names.size()));
    }
}
