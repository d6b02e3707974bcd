package dev.audiences.api;

import java.util.List;

/** What the reference promises of the fields of an item; other fields pass through unseen. */
enum ItemRules {
    AUDIENCE("prospectCount", "name", "type", "description", "folderId", "createdAt"),
    ACCOUNT(null, "name", "createdAt");

    /** The one field that every item has. */
    static final String ID = "id";

    private final String number;
    private final String[] strings;

    ItemRules(String number, String... strings) {
        this.number = number;
        this.strings = strings;
    }

    /** The rules for items that have these fields. */
    Shape shape(List<String> names) {
        int[] places = new int[strings.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = names.indexOf(strings[i]);
        }
        return new Shape(names, names.indexOf(ID), number == null ? -1 : names.indexOf(number), places);
    }

    /** The fields looked up once for all items of one shape; a place is -1 for a field that they lack. */
    record Shape(List<String> names, int id, int number, int[] strings) {
        /**
         * Says what is wrong with an item.
         *
         * @return the field and its fault, such as {@code ".id is missing"}, or null when all is well
         */
        String fault(Item item) {
            Object idValue = id < 0 ? null : item.value(id);
            if (idValue == null) {
                return "." + ID + " is missing";
            }
            if (!(idValue instanceof String text) || text.isEmpty()) {
                return "." + ID + " is not a string with text";
            }
            for (int place : strings) {
                if (place >= 0 && item.value(place) instanceof JsonText) {
                    return "." + names.get(place) + " is not a string";
                }
            }
            Object count = number < 0 ? null : item.value(number);
            return count == null || isWhole(count) ? null : "." + names.get(number) + " is not a whole number";
        }

        private static boolean isWhole(Object value) {
            if (!(value instanceof JsonText text)) {
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
}
