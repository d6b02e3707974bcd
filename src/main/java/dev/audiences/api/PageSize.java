package dev.audiences.api;

import dev.audiences.http.ApiException;
import java.util.Set;

/**
 * How many items to request a page. The greatest size that the API allows is not documented: a list that we choose the
 * size for starts with a page that any API gives and goes on with large ones, and steps back where the API refuses them
 * or fails on them.
 */
final class PageSize {
    /** So that a short list costs one request. */
    private static final int FIRST = 100;
    /** So that a long one costs few: over a network, its round trips decide. */
    private static final int LARGE = 1000;
    /** How often a large page is requested that the API fails on. */
    private static final int LARGE_ATTEMPTS = 2;

    private static final int REQUEST_TIMEOUT = 408;
    /** Bad request, content too large, unprocessable. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    private boolean chosen;
    private Integer limit;
    /** How many items are wanted from here on. */
    private long wanted;

    private boolean first = true;
    private int failures;

    private PageSize(Integer limit, boolean chosen, long wanted) {
        this.limit = limit;
        this.chosen = chosen;
        this.wanted = wanted;
    }

    /** The size that the user asks for, or that the API chooses. */
    static PageSize fixed(Integer limit) {
        return new PageSize(limit, false, Long.MAX_VALUE);
    }

    /**
     * A size that grows after the first page, and gives way where it does not do.
     *
     * @param wanted how many items are wanted in all, or null for all there are
     */
    static PageSize growing(Integer wanted) {
        return new PageSize(FIRST, true, wanted == null ? Long.MAX_VALUE : wanted);
    }

    /** The API's {@code limit} for the page in hand; null to leave it out. */
    Integer limit() {
        return limit == null ? null : Integer.valueOf((int) Math.min(limit, wanted));
    }

    /** What {@link #limit} will be after this page, when no bound is set to the number of items. */
    Integer nextLimit() {
        return chosen && first && limit != null ? Integer.valueOf(LARGE) : limit;
    }

    /** Keeps to the size of the page in hand from here on. */
    void keep() {
        limit = limit();
        chosen = false;
        wanted = Long.MAX_VALUE;
    }

    /** The page in hand has come. */
    void accept(int items) {
        limit = nextLimit();
        wanted -= chosen ? items : 0;
        first = false;
        failures = 0;
    }

    /**
     * Returns whether the page in hand may come in another size after this failure; {@link #limit} gives that one then.
     *
     * @param last whether there is no further attempt with the same size
     */
    boolean replaceAfter(ApiException e, boolean last) {
        if (!chosen || limit == null) {
            return false;
        }
        boolean refused = REFUSED.contains(e.status());
        if (first) {
            limit = refused ? null : limit;
            return refused;
        }
        if (limit() <= FIRST || !refused && !failsOnSize(e)) {
            return false;
        }
        failures++;
        if (e.retryable() && failures < LARGE_ATTEMPTS && !last) {
            return false;
        }
        limit = FIRST;
        return true;
    }

    /** Whether the size may be what the API fails on; a connection that could not be made says nothing about it. */
    private static boolean failsOnSize(ApiException e) {
        return e.smallerMayHelp() || e.status() >= 500 || e.status() == REQUEST_TIMEOUT;
    }
}
