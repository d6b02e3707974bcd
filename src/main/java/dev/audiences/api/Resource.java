package dev.audiences.api;

import dev.audiences.api.Field.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What the API has lists of, and the fields that its reference documents: decoding, columns, filters, sorting,
 * completion and manual read them from here.
 *
 * @param noun what one item is called
 * @param fields in the order of the reference; the first one is the identifier, which every item has
 * @param tableFields the default columns of a table
 * @param omittedFirst those of {@code tableFields} that a narrow terminal leaves out, the first one first
 */
public record Resource(String noun, List<Field> fields, List<Field> tableFields, List<Field> omittedFirst) {
    public static final Field ID = Field.of("id", Kind.IDENTIFIER, "ID");
    public static final Field NAME = Field.of("name", Kind.TEXT, "NAME");
    public static final Field TYPE =
            Field.of("type", Kind.TEXT, "TYPE").withKnownValues("linkedin_search", "on_demand", "monitoring");
    public static final Field DESCRIPTION = Field.of("description", Kind.TEXT, "DESCRIPTION");
    public static final Field FOLDER_ID = Field.of("folderId", Kind.IDENTIFIER, "FOLDER");
    public static final Field PROSPECT_COUNT = Field.of("prospectCount", Kind.COUNT, "PROSPECTS");
    public static final Field CREATED_AT = Field.of("createdAt", Kind.TIME, "CREATED");

    /** An imported list of prospects. */
    public static final Resource AUDIENCE = new Resource(
            "audience",
            List.of(ID, NAME, TYPE, DESCRIPTION, FOLDER_ID, PROSPECT_COUNT, CREATED_AT),
            List.of(ID, NAME, TYPE, PROSPECT_COUNT, FOLDER_ID, CREATED_AT),
            List.of(FOLDER_ID, CREATED_AT, TYPE, PROSPECT_COUNT));

    /** What audiences belong to. */
    public static final Resource ACCOUNT_GROUP = new Resource(
            "account group", List.of(ID, NAME, CREATED_AT), List.of(ID, NAME, CREATED_AT), List.of(CREATED_AT));

    /** The names of the default columns of a table. */
    public List<String> tableFieldNames() {
        return names(tableFields);
    }

    /** The names of the documented fields. */
    public List<String> fieldNames() {
        return names(fields);
    }

    /** Whether the reference documents a field of this name. */
    public boolean hasField(String name) {
        return documented(name) != null;
    }

    /** The field of this name; one that the reference does not document is judged by its name. */
    public Field field(String name) {
        Field field = documented(name);
        if (field != null) {
            return field;
        }
        boolean identifier =
                name.equals(ID.name()) || name.endsWith(".id") || name.endsWith("Id") || name.endsWith("_id");
        return Field.of(name, identifier ? Kind.IDENTIFIER : Kind.TEXT, name.toUpperCase(Locale.ROOT));
    }

    private static List<String> names(List<Field> fields) {
        String[] names = new String[fields.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = fields.get(i).name();
        }
        return List.of(names);
    }

    private Field documented(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
