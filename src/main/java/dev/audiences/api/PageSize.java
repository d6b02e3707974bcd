package dev.audiences.api;

import dev.audiences.http.ApiException;

/** How many items to request a page. */
final class PageSize {
    /** What a long list is requested in; the greatest size is not documented. */
    private static final int OF_LONG_LISTS = 100;

    private static final int BAD_REQUEST = 400;

    private Integer limit;
    private boolean replaceable;

    private PageSize(Integer limit, boolean replaceable) {
        this.limit = limit;
        this.replaceable = replaceable;
    }

    /** The size that the user asks for, or that the API chooses. */
    static PageSize fixed(Integer limit) {
        return new PageSize(limit, false);
    }

    /** A size that gives way where the API refuses it. */
    static PageSize forLongLists() {
        return new PageSize(OF_LONG_LISTS, true);
    }

    /** The API's {@code limit}; null to leave it out. */
    Integer limit() {
        return limit;
    }

    /** The API took the size: what fails later is not about it. */
    void accept() {
        replaceable = false;
    }

    /** Whether another size may help after this failure; {@link #limit} gives that one then. */
    boolean replaceAfter(ApiException e) {
        boolean replaced = replaceable && e.status() == BAD_REQUEST;
        replaceable = false;
        if (replaced) {
            limit = null;
        }
        return replaced;
    }
}
