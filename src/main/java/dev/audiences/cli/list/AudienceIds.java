package dev.audiences.cli.list;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.Failure;
import java.util.Set;

/** Which audience ids are accepted on the command line. */
final class AudienceIds {
    /**
     * What other tools let one get. The API would take navigation for its list of folders, and have no audience by the
     * others.
     */
    private static final Set<String> WORDS = Set.of(
            "navigation",
            "audiences",
            "audience",
            "accounts",
            "folders",
            "folder",
            "prospects",
            "config",
            "version",
            "all",
            "help",
            "groups");

    private AudienceIds() {}

    /** Requires an id that a URL can hold, and that is not taken for something else there. */
    static void require(String id) throws Failure {
        if (!ApiClient.isId(id) || WORDS.contains(id)) {
            throw Failure.usage("'" + id + "' can't be the id of an audience", "audiences list  shows the ids");
        }
    }
}
