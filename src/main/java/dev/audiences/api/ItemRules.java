package dev.audiences.api;

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

    /**
     * Says what is wrong with an item.
     *
     * @return the field and its fault, such as {@code ".id is missing"}, or null when all is well
     */
    String fault(Item item) {
        if (!(item.value(ID) instanceof String id) || id.isEmpty()) {
            return "." + ID + (item.value(ID) == null ? " is missing" : " is not a string with text");
        }
        for (String name : strings) {
            if (item.value(name) instanceof JsonText) {
                return "." + name + " is not a string";
            }
        }
        Object value = number == null ? null : item.value(number);
        return value == null || isWhole(value) ? null : "." + number + " is not a whole number";
    }

    private static boolean isWhole(Object value) {
        if (!(value instanceof JsonText text)) {
            return false;
        }
        String json = text.json();
        int start = json.startsWith("-") ? 1 : 0;
        for (int i = start; i < json.length(); i++) {
            if (json.charAt(i) < '0' || json.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
