package dev.audiences.api;

import dev.audiences.json.StrictJsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonToken;

/** Reads and checks the items of one list; those of the same shape share one list of names. */
final class ItemReader {
    private final StrictJsonReader body;
    private final List<String> names = new ArrayList<>();
    private Object[] values = new Object[8];
    private final Resource resource;
    private ItemShape shape;

    ItemReader(StrictJsonReader body, Resource resource) {
        this.body = body;
        this.resource = resource;
        this.shape = new ItemShape(resource, List.of());
    }

    /** Reads all items of the array whose start was read last. */
    List<Item> readAll() throws StrictJsonReader.InvalidJson {
        List<Item> items = new ArrayList<>();
        for (JsonToken token = body.next(); token != JsonToken.END_ARRAY; token = body.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw new StrictJsonReader.InvalidJson("items[" + items.size() + "] is not an object", false);
            }
            Item item = read();
            String error = shape.error(item);
            if (error != null) {
                throw new StrictJsonReader.InvalidJson("items[" + items.size() + "]" + error, false);
            }
            items.add(item);
        }
        return items;
    }

    private Item read() throws StrictJsonReader.InvalidJson {
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
            shape = new ItemShape(resource, List.copyOf(names));
        }
        return new Item(shape.names(), Arrays.copyOf(values, names.size()));
    }
}
