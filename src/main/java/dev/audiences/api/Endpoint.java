package dev.audiences.api;

/**
 * An endpoint of the API, and what differs between the responses.
 *
 * @param resource what its items are
 * @param items the member of {@code data} with the items; null when {@code data} itself is the only one
 * @param pagingRequired whether a response without {@code hasMore} is broken, or has no further page
 * @param permission the permission that a key needs, or null for none
 * @param notFound the headline of a 404
 * @param notFoundHint the hint after a 404, or null for the usual one
 * @param notReady the headline of a 409 for an audience that is still being filled; null where there is none
 */
record Endpoint(
        Resource resource,
        String items,
        boolean pagingRequired,
        String permission,
        String notFound,
        String notFoundHint,
        String notReady) {
    private static final String ITEMS = "items";
    private static final String READ_AUDIENCES = "audiences:read";
    private static final String NO_ACCOUNT_GROUP = "the account group was not found";

    static final Endpoint AUDIENCES =
            new Endpoint(Resource.AUDIENCE, ITEMS, true, READ_AUDIENCES, NO_ACCOUNT_GROUP, null, null);

    // The public docs disagree about paging here: without hasMore there is one page.
    static final Endpoint ACCOUNTS = new Endpoint(
            Resource.ACCOUNT_GROUP,
            ITEMS,
            false,
            null,
            "the list of account groups was not found",
            "check the base URL",
            null);

    static final Endpoint FOLDERS =
            new Endpoint(Resource.FOLDER, "folders", false, READ_AUDIENCES, NO_ACCOUNT_GROUP, null, null);

    static Endpoint audience(String id) {
        return ofAudience(Resource.AUDIENCE, null, READ_AUDIENCES, id);
    }

    static Endpoint prospects(String id) {
        return ofAudience(Resource.PROSPECT, ITEMS, "prospects:read", id);
    }

    private static Endpoint ofAudience(Resource resource, String items, String permission, String id) {
        return new Endpoint(
                resource,
                items,
                items != null,
                permission,
                "the audience " + id + " was not found",
                "audiences list  shows the audiences of the account group, and  audiences accounts  the groups of this"
                        + " key",
                "the audience " + id + " is not ready: a prospecting job is still filling it");
    }

    /** Where the items are, for messages. */
    String path() {
        return items == null ? "data" : "data." + items;
    }
}
