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
    private final String place;
    private ItemShape shape;

    /** @param place where the items are, for messages */
    ItemReader(StrictJsonReader body, Resource resource, String place) {
        this.body = body;
        this.resource = resource;
        this.place = place;
        this.shape = new ItemShape(resource, List.of());
    }

    /** Reads all items of the array whose start was read last. */
    List<Item> readAll() throws StrictJsonReader.InvalidJson {
        List<Item> items = new ArrayList<>();
        for (JsonToken token = body.next(); token != JsonToken.END_ARRAY; token = body.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw new StrictJsonReader.InvalidJson(at(items.size()) + " is not an object", false);
            }
            items.add(read());
            check(items.get(items.size() - 1), items.size() - 1);
        }
        return items;
    }

    /** Reads the object whose start was read last. */
    Item readOne() throws StrictJsonReader.InvalidJson {
        Item item = read();
        check(item, -1);
        return item;
    }

    /** @param index of the item, or -1 for the only one */
    private void check(Item item, int index) throws StrictJsonReader.InvalidJson {
        String error = shape.error(item);
        if (error != null) {
            throw new StrictJsonReader.InvalidJson((index < 0 ? place : at(index)) + error, false);
        }
    }

    private String at(int index) {
        return place + "[" + index + "]";
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
