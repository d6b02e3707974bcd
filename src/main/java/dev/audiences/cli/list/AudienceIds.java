package dev.audiences.cli.list;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import java.util.List;
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

    private static final String HINT = "audiences list  shows the ids";

    private AudienceIds() {}

    /** Requires at least one id, and that a URL can hold each, and that none is taken for something else there. */
    static void require(List<String> ids, String synopsis) throws Failure {
        if (ids.isEmpty()) {
            throw Failure.of(ExitCode.USAGE, "the id of an audience is missing")
                    .with("usage", synopsis)
                    .hint(HINT);
        }
        for (String id : ids) {
            if (!ApiClient.isId(id)
                    || WORDS.contains(id)
                    || id.startsWith("audience/")
                    || id.startsWith("audiences/")) {
                throw Failure.usage("'" + id + "' can't be the id of an audience", HINT);
            }
        }
    }
}
