package dev.audiences.cli.export;

import dev.audiences.api.Field;
import dev.audiences.api.FieldPath;
import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.http.ApiException;
import dev.audiences.output.FormatOptions;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the fields that options name: in any case, by the heading in the table too, and within objects, such as
 * {@code company.name}. The API may send more than it documents, so that a field of the first page counts as well. Any
 * other name is probably misspelt, and refused before anything is written.
 */
final class FieldNames {
    private static final int MAX_SENT = 1000;
    private static final int MAX_SHOWN = 40;

    private final Resource resource;
    private final List<Item> items;
    private final Messages messages;
    private Set<String> sent;

    private FieldNames(Resource resource, List<Item> items, Messages messages) {
        this.resource = resource;
        this.items = items;
        this.messages = messages;
    }

    /**
     * Fetches the first page when the documented fields alone don't tell what the names mean.
     *
     * @param order null for that of the API
     */
    static FieldNames of(FormatOptions options, SortOrder order, FilteredPages pages, Messages messages)
            throws ApiException, InterruptedException {
        Resource resource = options.resource();
        boolean documented =
                (options.columns() == null || options.columns().stream().allMatch(resource::hasField))
                        && (order == null || resource.hasField(order.field()));
        return new FieldNames(resource, documented ? List.of() : pages.peek(), messages);
    }

    /** The options with the fields that their columns mean. */
    FormatOptions resolve(FormatOptions options) throws Failure {
        return options.columns() == null
                ? options
                : options.withColumns(find(OutputOptions.COLUMNS, options.columns()));
    }

    /** The order by the field that its name means; null for none. */
    SortOrder resolve(SortOrder order) throws Failure {
        return order == null
                ? null
                : order.by(resource.field(
                        find(ListOptions.SORT, List.of(order.field())).get(0)));
    }

    /**
     * The fields of these names, as the API spells them.
     *
     * @throws Failure when one is unknown, or two of the names are those of one field
     */
    private List<String> find(String option, List<String> names) throws Failure {
        List<String> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            String field = field(name);
            if (field == null) {
                unknown.add(name);
            } else if (fields.contains(field)) {
                throw twice(option, field);
            } else {
                fields.add(field);
            }
        }
        if (!unknown.isEmpty()) {
            throw unknown(option, unknown);
        }
        return List.copyOf(fields);
    }

    static Failure twice(String option, String field) {
        return Failure.usage(option + " names the field " + field + " twice", "name it once");
    }

    /** The name as it is spelt comes first: the API may send a field that is called like a heading. */
    private String field(String name) {
        if (resource.hasField(name) || items.stream().anyMatch(item -> item.has(name))) {
            return name;
        }
        for (Field field : resource.fields()) {
            if (field.name().equalsIgnoreCase(name) || field.heading().equalsIgnoreCase(name)) {
                return field.name();
            }
        }
        for (String path : sent()) {
            if (path.equalsIgnoreCase(name)) {
                return path;
            }
        }
        return null;
    }

    private Set<String> sent() {
        if (sent == null) {
            sent = new LinkedHashSet<>();
            items.forEach(item -> FieldPath.addTo(sent, item, MAX_SENT));
        }
        return sent;
    }

    private Failure unknown(String option, List<String> names) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        String what = names.size() == 1 ? "there is no field " : "there are no fields ";
        List<String> others = new ArrayList<>(sent());
        others.removeAll(resource.fieldNames());
        return Failure.of(ExitCode.USAGE, option + ": " + what + String.join(" and ", quoted))
                .command("did you mean", meant(names, others))
                .with("fields", String.join(", ", resource.fieldNames()))
                .with("also on the first page", shown(others))
                .with("note", items.isEmpty() ? "the list is empty: it shows no other fields" : null);
    }

    private String shown(List<String> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        List<String> few = new ArrayList<>();
        for (String field : fields.subList(0, Math.min(MAX_SHOWN, fields.size()))) {
            few.add(messages.excerpt(field));
        }
        return String.join(", ", few) + (fields.size() > MAX_SHOWN ? ", …" : "");
    }

    /** The nearest names or headings, or null. */
    private String meant(List<String> typed, List<String> others) {
        List<String> candidates = new ArrayList<>(resource.fieldNames());
        resource.fields().forEach(field -> candidates.add(field.heading()));
        candidates.addAll(others);
        Set<String> meant = new LinkedHashSet<>();
        for (String name : typed) {
            String nearest = NearestName.to(name, candidates);
            if (nearest != null) {
                int index = candidates.indexOf(nearest);
                int known = resource.fields().size();
                meant.add(index < 2 * known ? resource.fieldNames().get(index % known) : messages.excerpt(nearest));
            }
        }
        return meant.isEmpty() ? null : String.join(", ", meant) + "?";
    }
}
