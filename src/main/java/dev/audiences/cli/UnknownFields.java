package dev.audiences.cli;

import dev.audiences.api.Item;
import dev.audiences.config.NearestName;
import dev.audiences.output.ItemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The chosen fields that the API's reference does not name. They are allowed, for the API may send more than it
 * documents; one that no item has is probably misspelt, and that is told after the list.
 */
final class UnknownFields {
    private final ItemKind kind;
    private final String thing;
    private final Set<String> missing;
    private List<String> shape;

    /**
     * @param thing what an item is called
     * @param chosen null for none
     */
    UnknownFields(ItemKind kind, String thing, Collection<String> chosen) {
        this.kind = kind;
        this.thing = thing;
        this.missing = chosen == null ? new LinkedHashSet<>() : new LinkedHashSet<>(chosen);
        missing.removeAll(Set.copyOf(kind.fields()));
    }

    /** Counts a field among the chosen ones. */
    void add(String field) {
        if (!kind.fields().contains(field)) {
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

    /** Says which fields none of the items had; nothing when there were no items. */
    void say(Talk talk) {
        if (shape == null) {
            return;
        }
        for (String field : missing) {
            String meant = meant(field);
            talk.say("no " + thing + " has a field '" + field + "'"
                    + (meant == null ? "" : "; did you mean " + meant + "?"));
        }
    }

    /** The field whose name, or heading in the table, is the nearest; or null. */
    private String meant(String typed) {
        List<String> names = new ArrayList<>(kind.fields());
        for (String field : kind.fields()) {
            names.add(ItemKind.heading(field).toLowerCase(Locale.ROOT));
        }
        String nearest = NearestName.to(typed, names);
        return nearest == null
                ? null
                : kind.fields().get(names.indexOf(nearest) % kind.fields().size());
    }
}
