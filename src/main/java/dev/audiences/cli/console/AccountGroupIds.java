package dev.audiences.cli.console;

import dev.audiences.api.ApiClient;

/** Which account group ids are accepted on the command line and in settings. */
public final class AccountGroupIds {
    private AccountGroupIds() {}

    /** Requires an id that a URL can hold, or null for none. */
    public static void require(String id) throws Failure {
        if (id != null && !ApiClient.isId(id)) {
            throw Failure.usage(
                    "'" + id + "' can't be the id of an account group", "audiences accounts  lists those of your key");
        }
    }
}
