package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.text.FoldedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The folders of {@code --folder}: ids, names, and {@code none}. */
final class FolderChoice {
    private static final int MAX_SHOWN = 20;
    private static final String ID = "[0-9a-fA-F]{24}";

    private final List<String> given;
    /** The ids, as far as they are known; null for no folder. */
    private final Set<String> ids = new LinkedHashSet<>();

    private Map<String, String> names = Map.of();

    /** @param given the values of the option, each one folder or several with commas between */
    FolderChoice(List<String> given) {
        this.given = given;
        given.forEach(value -> parts(value).forEach(part -> ids.add(idOrNone(part))));
    }

    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split(",")) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static String idOrNone(String part) {
        return part.equals(AudienceSearch.NONE) ? null : part;
    }

    /** The ids, or what may be ids; null for no folder. */
    Set<String> ids() {
        return ids;
    }

    /** Whether some of the values may be names: ids have 24 hexadecimal digits. */
    boolean hasNames() {
        return ids.stream().anyMatch(FolderChoice::mayBeName);
    }

    private static boolean mayBeName(String value) {
        return value != null && !value.matches(ID);
    }

    /** Whether all values that may be names are ids of folders that these audiences are in. */
    boolean areIdsOf(List<Item> audiences) {
        List<String> folders = audiences.stream()
                .map(audience -> audience.text(Resource.FOLDER_ID))
                .toList();
        return ids.stream().filter(FolderChoice::mayBeName).allMatch(folders::contains);
    }

    /**
     * Replaces the names by ids.
     *
     * @param found the names of all folders, by id
     * @throws Failure when a name is that of several folders
     */
    void resolve(Map<String, String> found) throws Failure {
        names = found;
        ids.clear();
        for (String value : given) {
            // A name may hold commas itself.
            String whole = find(value);
            if (whole != null) {
                ids.add(whole);
                continue;
            }
            for (String part : parts(value)) {
                String id = find(part);
                ids.add(id == null ? idOrNone(part) : id);
            }
        }
    }

    /** The id of the folder of this id, name, or name in another case, in this order; null when there is none. */
    private String find(String value) throws Failure {
        if (value.equals(AudienceSearch.NONE) || names.containsKey(value)) {
            return names.containsKey(value) ? value : null;
        }
        String folded = FoldedText.of(value.strip());
        List<Predicate<String>> matches =
                List.of(value::equals, name -> FoldedText.of(name.strip()).equals(folded));
        for (Predicate<String> match : matches) {
            List<String> matching = names.keySet().stream()
                    .filter(id -> match.test(names.get(id)))
                    .toList();
            if (matching.size() > 1) {
                throw several(value, matching);
            }
            if (!matching.isEmpty()) {
                return matching.get(0);
            }
        }
        return null;
    }

    private Failure several(String value, List<String> matching) {
        Failure failure =
                Failure.of(ExitCode.USAGE, "--folder '" + value + "' is the name of " + matching.size() + " folders:");
        for (String id : matching.subList(0, Math.min(MAX_SHOWN, matching.size()))) {
            failure.line("  " + id + " (" + names.get(id) + ")");
        }
        return failure.hint("give the id of one:  --folder " + matching.get(0));
    }

    /** The name of a folder, or else what it was called on the command line. */
    String shown(String id) {
        String name = id == null ? AudienceSearch.NONE : names.getOrDefault(id, "");
        return name.isEmpty() ? id : name;
    }

    /** The ids of all folders, as far as they are known. */
    Set<String> known() {
        return names.keySet();
    }
}
