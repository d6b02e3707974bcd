package dev.audiences.cli.list;

import dev.audiences.api.Field;
import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Messages;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The chosen fields that the API's reference does not document. They are allowed, since the API may send more than it
 * documents; one that no item has is probably misspelt, and is reported after the list.
 */
final class UnknownFields {
    private final Resource resource;
    private final Set<String> missing;
    private List<String> shape;

    /** @param chosen null for none */
    UnknownFields(Resource resource, Collection<String> chosen) {
        this.resource = resource;
        this.missing = chosen == null ? new LinkedHashSet<>() : new LinkedHashSet<>(chosen);
        missing.removeIf(resource::hasField);
    }

    /** Counts a field among the chosen ones. */
    void add(String field) {
        if (!resource.hasField(field)) {
            missing.add(field);
        }
    }

    /** Looks at the fields of items that are shown. */
    void see(List<Item> items) {
        if (missing.isEmpty()) {
            return;
        }
        for (Item item : items) {
            // Items of one shape share the list.
            if (item.names() != shape) {
                shape = item.names();
                shape.forEach(missing::remove);
            }
        }
    }

    /** Reports the fields that no item had, unless there were no items. */
    void report(Messages messages) {
        if (shape == null) {
            return;
        }
        for (String field : missing) {
            String meant = meant(field);
            messages.info("no " + resource.noun() + " has a field '" + field + "'"
                    + (meant == null ? "" : "; did you mean " + meant + "?"));
        }
    }

    /** The field whose name, or heading in the table, is the nearest; or null. */
    private String meant(String typed) {
        List<String> names = new ArrayList<>(resource.fieldNames());
        for (Field field : resource.fields()) {
            names.add(field.heading().toLowerCase(Locale.ROOT));
        }
        String nearest = NearestName.to(typed, names);
        return nearest == null
                ? null
                : resource.fields()
                        .get(names.indexOf(nearest) % resource.fields().size())
                        .name();
    }
}
