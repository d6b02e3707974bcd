package dev.audiences.api;

import dev.audiences.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows cursors from page to page, and refuses a pagination that can't end or repeats itself. An item that came
 * before, on whichever page, is left out.
 */
public final class Paginator implements PageSource {
    private static final int MAX_EMPTY_PAGES = 100;
    /** Bad request, gone, unprocessable. */
    private static final Set<Integer> CURSOR_REFUSED = Set.of(400, 410, 422);

    private final Fetch fetch;
    private final SeenIds cursors = new SeenIds();
    private final SeenIds ids = new SeenIds();
    private String cursor;
    private boolean ended;
    private int number;
    private int emptyInARow;
    private long repeated;

    /** Fetches pages. */
    @FunctionalInterface
    public interface Fetch {
        /**
         * Fetches the page at a cursor.
         *
         * @param cursor null for the first page
         * @param follows whether the page at the cursor that this one names is going to be asked for, if all is well;
         *     only to be asked before this method returns
         */
        Page page(String cursor, Predicate<String> follows) throws ApiException, InterruptedException;
    }

    /** @param start the cursor to start at, or null for the beginning */
    public Paginator(Fetch fetch, String start) {
        this.fetch = fetch;
        this.cursor = start;
        if (start != null) {
            cursors.add(start);
        }
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (ended) {
            return null;
        }
        number++;
        Page page = fetchPage();
        check(page);
        cursor = page.nextCursor();
        ended = cursor == null;
        return withoutRepeated(page);
    }

    /**
     * The cursor of the page that comes next or has just failed; null for the first page, after the last, and when the
     * pagination is broken or the API refused the cursor: there is nowhere to go on from.
     */
    public String cursor() {
        return cursor;
    }

    /** How many items were left out because they had come before; to be read after the last page. */
    public long repeated() {
        return repeated;
    }

    private Page fetchPage() throws ApiException, InterruptedException {
        try {
            return fetch.page(cursor, this::follows);
        } catch (ApiException failed) {
            ApiException e = cursor != null && refusesCursor(failed) ? refusedCursor(failed) : failed;
            // What is wrong with the response itself is told with its place; a page before which nothing was needs
            // none.
            boolean named = number > 1 || e.kind() == ApiException.Kind.UNTRUSTED;
            throw named ? e.withMessage("page " + number + ": " + e.getMessage()) : e;
        }
    }

    /** Only what the API itself says of the request, and not a firewall that dislikes it, is about the cursor. */
    private static boolean refusesCursor(ApiException e) {
        return e.kind() == ApiException.Kind.REFUSED && e.isFromApi() && CURSOR_REFUSED.contains(e.status());
    }

    private ApiException refusedCursor(ApiException e) {
        cursor = null;
        return e.withHint("the cursor has expired or is not valid: run the list again from the beginning"
                + (number == 1 ? ", without --cursor" : ""));
    }

    private boolean follows(String next) {
        return !cursors.contains(next) && emptyInARow < MAX_EMPTY_PAGES - 1;
    }

    private void check(Page page) throws ApiException {
        if (page.hasMore() && !cursors.add(page.nextCursor())) {
            throw brokenPagination("gives a cursor that was seen before");
        }
        emptyInARow = page.items().isEmpty() ? emptyInARow + 1 : 0;
        if (page.hasMore() && emptyInARow == MAX_EMPTY_PAGES) {
            throw brokenPagination("is the last of " + MAX_EMPTY_PAGES + " empty pages in a row");
        }
    }

    private ApiException brokenPagination(String what) {
        cursor = null;
        return ApiException.of(
                        ApiException.Kind.UNTRUSTED, "the API's pagination is broken: page " + number + " " + what)
                .build();
    }

    private Page withoutRepeated(Page page) {
        List<Item> items = page.items();
        List<Item> kept = null;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (ids.add(item.text(Resource.ID))) {
                if (kept != null) {
                    kept.add(item);
                }
            } else {
                kept = kept == null ? new ArrayList<>(items.subList(0, i)) : kept;
                repeated++;
            }
        }
        return kept == null ? page : new Page(kept, page.nextCursor());
    }
}
