package dev.audiences.output;

import java.util.List;
import java.util.Locale;

/** What a list holds, and so its default columns. */
public enum ItemKind {
    AUDIENCE(
            List.of("id", "name", "type", "description", "folderId", "prospectCount", "createdAt"),
            List.of("id", "name", "type", "prospectCount", "folderId", "createdAt")),
    ACCOUNT(List.of("id", "name", "createdAt"), List.of("id", "name", "createdAt"));

    private final List<String> fields;
    private final List<String> tableFields;

    ItemKind(List<String> fields, List<String> tableFields) {
        this.fields = fields;
        this.tableFields = tableFields;
    }

    /** Every documented field, in the order of the API's reference. */
    public List<String> fields() {
        return fields;
    }

    List<String> tableFields() {
        return tableFields;
    }

    /** What stands above the column of a field in a table. */
    public static String heading(String field) {
        return switch (field) {
            case "prospectCount" -> "PROSPECTS";
            case "folderId" -> "FOLDER";
            case "createdAt" -> "CREATED";
            default -> field.toUpperCase(Locale.ROOT);
        };
    }
}
