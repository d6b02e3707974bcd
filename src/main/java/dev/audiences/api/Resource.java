package dev.audiences.api;

import dev.audiences.api.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the API has lists of, and the fields that its documents name: decoding, columns, filters, sorting, completion and
 * manual read them from here.
 *
 * @param noun what one item is called
 * @param fields in the order of the documents; the first one is the identifier, which every item has
 * @param container the field that holds an object or an array, whose members or size other fields are; null for none
 * @param exportFields the default columns of CSV, TSV and workbooks
 * @param tableFields the default columns of a table
 * @param omittedFirst those of {@code tableFields} that a narrow terminal leaves out, the first one first
 */
public record Resource(
        String noun,
        List<Field> fields,
        Field container,
        List<Field> exportFields,
        List<Field> tableFields,
        List<Field> omittedFirst) {
    public static final Field ID = Field.of("id", Kind.IDENTIFIER, "ID");
    public static final Field NAME = Field.of("name", Kind.TEXT, "NAME");
    public static final Field TYPE =
            Field.of("type", Kind.TEXT, "TYPE").withKnownValues("linkedin_search", "on_demand", "monitoring");
    public static final Field DESCRIPTION = Field.of("description", Kind.TEXT, "DESCRIPTION");
    public static final Field FOLDER_ID = Field.of("folderId", Kind.IDENTIFIER, "FOLDER");
    public static final Field PROSPECT_COUNT = Field.of("prospectCount", Kind.COUNT, "PROSPECTS");
    public static final Field CREATED_AT = Field.of("createdAt", Kind.TIME, "CREATED");

    /** Not the API's: the name of the folder, which the program finds for those who ask. */
    public static final Field FOLDER_NAME = Field.of("folderName", Kind.TEXT, "FOLDERNAME");

    /** Those of a folder, whole. */
    public static final Field AUDIENCES = Field.of("audiences", Kind.ARRAY, "AUDIENCES");

    /** Not the API's: the number of the folder's {@code audiences}. */
    public static final Field AUDIENCE_COUNT = Field.of("audienceCount", Kind.COUNT, "AUDIENCES");

    /** An imported list of prospects. */
    public static final Resource AUDIENCE = new Resource(
            "audience",
            List.of(ID, NAME, TYPE, DESCRIPTION, FOLDER_ID, PROSPECT_COUNT, CREATED_AT, FOLDER_NAME),
            null,
            List.of(ID, NAME, TYPE, DESCRIPTION, FOLDER_ID, PROSPECT_COUNT, CREATED_AT),
            List.of(ID, NAME, TYPE, PROSPECT_COUNT, FOLDER_ID, CREATED_AT),
            List.of(FOLDER_ID, CREATED_AT, TYPE, PROSPECT_COUNT));

    /** What audiences are sorted into. */
    public static final Resource FOLDER = folder();

    /** A person, with what the API knows of the company. */
    public static final Resource PROSPECT = prospect();

    /** What audiences belong to. */
    public static final Resource ACCOUNT_GROUP = accountGroup();

    private static Resource folder() {
        Field type = Field.of("audienceType", Kind.TEXT, "TYPE");
        Field pinned = Field.of("isPinned", Kind.ANY, "PINNED");
        Field position = Field.of("position", Kind.ANY, "POSITION");
        Field updatedAt = Field.of("updatedAt", Kind.TIME, "UPDATED");
        List<Field> fields = List.of(ID, NAME, type, AUDIENCE_COUNT, pinned, position, CREATED_AT, updatedAt);
        return new Resource(
                "folder", fields, AUDIENCES, fields, fields, List.of(updatedAt, CREATED_AT, position, pinned, type));
    }

    private static Resource prospect() {
        Field firstName = Field.of("firstName", Kind.ANY, "FIRSTNAME");
        Field lastName = Field.of("lastName", Kind.ANY, "LASTNAME");
        Field headline = Field.of("headline", Kind.ANY, "HEADLINE");
        Field about = Field.of("about", Kind.ANY, "ABOUT");
        Field photo = Field.of("photoUrl", Kind.ANY, "PHOTO");
        Field linkedin = Field.of("linkedinUrl", Kind.IDENTIFIER, "LINKEDIN");
        Field publicId = Field.of("publicIdentifier", Kind.ANY, "PUBLICID");
        Field company = Field.of("company.name", Kind.ANY, "COMPANY");
        Field companyId = Field.of("company.linkedinIdentifier", Kind.ANY, "COMPANYID");
        Field industry = Field.of("company.industry", Kind.ANY, "INDUSTRY");
        Field website = Field.of("company.website", Kind.ANY, "WEBSITE");
        Field companyLinkedin = Field.of("company.linkedinUrl", Kind.ANY, "COMPANYLINKEDIN");
        return new Resource(
                "prospect",
                List.of(
                        ID,
                        firstName,
                        lastName,
                        NAME,
                        headline,
                        about,
                        photo,
                        linkedin,
                        publicId,
                        company,
                        companyId,
                        companyLinkedin,
                        industry,
                        website),
                Field.of("company", Kind.OBJECT, "COMPANY"),
                List.of(
                        ID,
                        NAME,
                        firstName,
                        lastName,
                        headline,
                        linkedin,
                        publicId,
                        company,
                        industry,
                        website,
                        companyLinkedin),
                List.of(ID, NAME, headline, company, linkedin),
                List.of(linkedin, headline, company));
    }

    private static Resource accountGroup() {
        List<Field> fields = List.of(ID, NAME, CREATED_AT);
        return new Resource("account group", fields, null, fields, fields, List.of(CREATED_AT));
    }

    /** The same with the names of folders in the place of their ids, where a table has room for one of them. */
    public Resource withFolderNames() {
        Field shown = Field.of(FOLDER_NAME.name(), FOLDER_NAME.kind(), FOLDER_ID.heading());
        return new Resource(
                noun,
                replaced(fields, FOLDER_NAME, shown),
                container,
                exportFields,
                replaced(tableFields, FOLDER_ID, shown),
                replaced(omittedFirst, FOLDER_ID, shown));
    }

    private static List<Field> replaced(List<Field> fields, Field old, Field replacement) {
        List<Field> replaced = new ArrayList<>(fields);
        replaced.replaceAll(field -> field.equals(old) ? replacement : field);
        return replaced;
    }

    /** The names of the default columns of a table. */
    public List<String> tableFieldNames() {
        return names(tableFields);
    }

    /** The names of the default columns of CSV, TSV and workbooks. */
    public List<String> exportFieldNames() {
        return names(exportFields);
    }

    /** The names of the known fields. */
    public List<String> fieldNames() {
        return names(fields);
    }

    /** Whether this is the name of a known field. */
    public boolean hasField(String name) {
        return documented(name) != null;
    }

    /** The field of this name; one that is not known is judged by its name. */
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
