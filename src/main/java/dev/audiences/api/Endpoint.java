package dev.audiences.api;

/** The lists of the API, and what sets the responses of each apart. */
enum Endpoint {
    AUDIENCES(Resource.AUDIENCE, true, "the account group was not found", null),
    // Not on the reference page, so it is taken as it comes: without hasMore it has one page.
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

    /** What is said of a 404. */
    String notFound() {
        return notFound;
    }

    /** What to do after a 404 where that is not the same for all, or null. */
    String notFoundHint() {
        return notFoundHint;
    }
}
