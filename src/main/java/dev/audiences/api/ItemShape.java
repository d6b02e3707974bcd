package dev.audiences.api;

import dev.audiences.api.Field.Kind;
import dev.audiences.json.RawJson;
import java.util.Arrays;
import java.util.List;

/** The positions of the documented fields in items with the same names, looked up once for all of them. */
final class ItemShape {
    private final List<String> names;
    private final int id;
    private final int[] strings;
    private final int[] times;
    private final int[] counts;
    private final Field container;
    private final int containerPlace;

    ItemShape(Resource resource, List<String> names) {
        this.names = names;
        this.id = names.indexOf(Resource.ID.name());
        this.strings = places(resource, names, Kind.IDENTIFIER, Kind.TEXT);
        this.times = places(resource, names, Kind.TIME);
        this.counts = places(resource, names, Kind.COUNT);
        this.container = resource.container();
        this.containerPlace = container == null ? -1 : names.indexOf(container.name());
    }

    /** The places of the fields of these kinds; -1 for a field that the items lack. */
    private static int[] places(Resource resource, List<String> names, Kind... kinds) {
        int[] places = new int[resource.fields().size()];
        int found = 0;
        for (Field field : resource.fields()) {
            if (Arrays.asList(kinds).contains(field.kind())) {
                places[found++] = names.indexOf(field.name());
            }
        }
        return Arrays.copyOf(places, found);
    }

    List<String> names() {
        return names;
    }

    /**
     * Checks an item against the reference.
     *
     * @return the field and its error, such as {@code ".id is missing"}, or null when there is none
     */
    String error(Item item) {
        Object idValue = id < 0 ? null : item.value(id);
        if (idValue == null) {
            return error(Resource.ID.name(), "is missing");
        }
        if (!(idValue instanceof String text) || text.isEmpty()) {
            return error(Resource.ID.name(), "is not a string with text");
        }
        for (int place : strings) {
            if (place >= 0 && item.value(place) instanceof RawJson) {
                return error(names.get(place), "is not a string");
            }
        }
        for (int place : times) {
            // Seconds since 1970 are a number.
            if (place >= 0 && item.value(place) instanceof RawJson json && !json.isNumber()) {
                return error(names.get(place), "is not a string");
            }
        }
        for (int place : counts) {
            Object count = place < 0 ? null : item.value(place);
            if (count != null && !isWholeNumber(count)) {
                return error(names.get(place), "is not a whole number");
            }
        }
        Object contained = containerPlace < 0 ? null : item.value(containerPlace);
        boolean object = contained != null && container.kind() == Kind.OBJECT;
        if (contained != null && !begins(contained, object ? '{' : '[')) {
            return error(container.name(), object ? "is not an object" : "is not an array");
        }
        return null;
    }

    private static String error(String field, String what) {
        return "." + field + " " + what;
    }

    private static boolean begins(Object value, char first) {
        return value instanceof RawJson json && json.json().charAt(0) == first;
    }

    private static boolean isWholeNumber(Object value) {
        if (!(value instanceof RawJson text)) {
            return false;
        }
        String json = text.json();
        for (int i = json.startsWith("-") ? 1 : 0; i < json.length(); i++) {
            if (json.charAt(i) < '0' || json.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
