package dev.audiences.cli.list;

import dev.audiences.api.Field;
import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.export.ItemFilter;
import dev.audiences.cli.export.UnreadableTimes;
import dev.audiences.text.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps the audiences that match, and remembers what it came across: a type or folder that no audience has is probably
 * misspelt, and a time that can't be read may hide an audience.
 */
final class AudienceSearch implements ItemFilter {
    /** What no type and no folder are called. */
    static final String NONE = "none";

    private static final int MAX_SHOWN = 20;

    private final Values types;
    private final FolderChoice chosenFolders;
    /** Made for the first audience: the names among the chosen folders are known by then. */
    private Values folders;

    private final List<Predicate<Item>> others;
    private final Predicate<Instant> created;
    private final UnreadableTimes unreadable = new UnreadableTimes();

    /**
     * @param types empty for every type
     * @param folders empty for every folder
     * @param created null for any time, known or not
     */
    AudienceSearch(List<String> types, FolderChoice folders, List<Predicate<Item>> others, Predicate<Instant> created) {
        this.types = new Values(Resource.TYPE, types);
        this.chosenFolders = folders;
        this.others = others;
        this.created = created;
    }

    /** The folders to keep the audiences of. */
    FolderChoice folders() {
        return chosenFolders;
    }

    @Override
    public boolean test(Item item) {
        if (folders == null) {
            folders = new Values(Resource.FOLDER_ID, chosenFolders.ids());
        }
        // Both look at every audience.
        boolean matches = types.test(item);
        matches = folders.test(item) && matches;
        for (Predicate<Item> other : others) {
            matches = matches && other.test(item);
        }
        return matches && (created == null || isCreated(item));
    }

    /** An audience whose time of creation is missing or unreadable is never kept. */
    private boolean isCreated(Item item) {
        String text = item.text(Resource.CREATED_AT);
        Instant instant = Timestamps.parseAnyForm(text);
        if (instant != null) {
            return created.test(instant);
        }
        unreadable.add(text);
        return false;
    }

    @Override
    public void report(Messages messages, long kept, boolean whole) {
        unreadable.report(messages, Resource.AUDIENCE.noun(), Resource.CREATED_AT.name(), "left out");
        String where = whole ? "" : " searched so far";
        if (!types.seen.isEmpty() && types.isSuspicious(kept, whole)) {
            messages.info("no audience" + where + " has the type " + joined(types.missing, " or ", messages)
                    + "; the types are: " + joined(types.seen, ", ", messages));
        }
        Values wanted = folders == null ? new Values(Resource.FOLDER_ID, chosenFolders.ids()) : folders;
        Collection<String> all = chosenFolders.known().isEmpty() ? wanted.seen : chosenFolders.known();
        if (!all.isEmpty() && wanted.isSuspicious(kept, whole)) {
            boolean misspelt = !chosenFolders.known().containsAll(wanted.missing);
            messages.info("no audience" + where + " is in the folder " + joined(wanted.missing, " or ", messages)
                    + (misspelt ? "; the folders are: " + joined(all, ", ", messages) : ""));
        }
    }

    private String joined(Collection<String> values, String separator, Messages messages) {
        List<String> shown = new ArrayList<>();
        for (String value : values) {
            if (shown.size() == MAX_SHOWN) {
                shown.add("…");
                break;
            }
            shown.add(messages.excerpt(chosenFolders.shown(value)));
        }
        return String.join(separator, shown);
    }

    /** The wanted values of a field, and those that there are; null is the value of an audience without one. */
    private static final class Values {
        private final Field field;
        private final Set<String> wanted;
        private final Set<String> missing;
        private final Set<String> seen = new LinkedHashSet<>();

        Values(Field field, Collection<String> wanted) {
            this.field = field;
            this.wanted = new HashSet<>(wanted);
            this.missing = new LinkedHashSet<>(wanted);
        }

        boolean test(Item item) {
            if (wanted.isEmpty()) {
                return true;
            }
            // The response was checked: it is a string or null.
            String value = (String) item.value(field);
            missing.remove(value);
            if (seen.size() <= MAX_SHOWN) {
                seen.add(value);
            }
            return wanted.contains(value);
        }

        boolean isSuspicious(long kept, boolean whole) {
            boolean allKnown = missing.stream()
                    .allMatch(value -> value == null || field.knownValues().contains(value));
            return !missing.isEmpty() && (kept == 0 || whole && !allKnown);
        }
    }
}
