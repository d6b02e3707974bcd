package dev.audiences.cli.list;

import dev.audiences.api.Field;
import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Messages;
import dev.audiences.text.Counts;
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
final class AudienceSearch implements Predicate<Item> {
    /** What no type and no folder are called. */
    static final String NONE = "none";

    private static final int MAX_SHOWN = 20;

    private final Values types;
    private final Values folders;
    private final List<Predicate<Item>> others;
    private final Predicate<Instant> created;
    private long unreadable;
    private String unreadableExample = "";

    /**
     * @param types empty for every type
     * @param folders empty for every folder; null among them for no folder
     * @param created null for any time, known or not
     */
    AudienceSearch(List<String> types, List<String> folders, List<Predicate<Item>> others, Predicate<Instant> created) {
        this.types = new Values(Resource.TYPE, types);
        this.folders = new Values(Resource.FOLDER_ID, folders);
        this.others = others;
        this.created = created;
    }

    @Override
    public boolean test(Item item) {
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
        if (unreadableExample.isEmpty()) {
            unreadableExample = text;
        }
        unreadable++;
        return false;
    }

    /**
     * Reports what the user may not expect of the result.
     *
     * @param kept how many audiences matched
     * @param whole whether the list was searched to its end
     */
    void report(Messages messages, long kept, boolean whole) {
        if (unreadable > 0) {
            messages.info(unreadable(unreadable, unreadableExample, messages) + ": left out");
        }
        String where = whole ? "" : " searched so far";
        if (types.isSuspicious(kept, whole)) {
            messages.info("no audience" + where + " has the type " + types.missing(messages) + "; the types are: "
                    + types.seen(messages));
        }
        if (folders.isSuspicious(kept, whole)) {
            messages.info("no audience" + where + " is in the folder " + folders.missing(messages)
                    + "; the folders are: " + folders.seen(messages));
        }
    }

    /** Says how many times of creation can't be read. */
    static String unreadable(long count, String example, Messages messages) {
        return Counts.of(count, "audience") + " without a createdAt that can be read"
                + (example.isEmpty() ? "" : ", such as '" + messages.excerpt(example) + "'");
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
            return !seen.isEmpty() && !missing.isEmpty() && (kept == 0 || whole && !allKnown);
        }

        String missing(Messages messages) {
            return joined(missing, " or ", messages);
        }

        String seen(Messages messages) {
            return joined(seen, ", ", messages);
        }

        private static String joined(Collection<String> values, String separator, Messages messages) {
            List<String> shown = new ArrayList<>();
            for (String value : values) {
                if (shown.size() == MAX_SHOWN) {
                    shown.add("…");
                    break;
                }
                shown.add(value == null ? NONE : messages.excerpt(value));
            }
            return String.join(separator, shown);
        }
    }
}
