package dev.audiences.api;

/** The lists of the API, and what differs between their responses. */
enum Endpoint {
    AUDIENCES(Resource.AUDIENCE, true, "the account group was not found", null),
    // The public docs disagree about paging here: without hasMore there is one page.
    ACCOUNTS(Resource.ACCOUNT_GROUP, false, "the list of account groups was not found", "check the base URL");

    private final Resource resource;
    private final boolean pagingRequired;
    private final String notFound;
    private final String notFoundHint;

    Endpoint(Resource resource, boolean pagingRequired, String notFound, String notFoundHint) {
        this.resource = resource;
        this.pagingRequired = pagingRequired;
        this.notFound = notFound;
        this.notFoundHint = notFoundHint;
    }

    Resource resource() {
        return resource;
    }

    /** Whether a response without {@code hasMore} is broken, or has no further page. */
    boolean pagingRequired() {
        return pagingRequired;
    }

    /** The headline of a 404. */
    String notFound() {
        return notFound;
    }

    /** The hint after a 404, or null for the usual one. */
    String notFoundHint() {
        return notFoundHint;
    }
}
