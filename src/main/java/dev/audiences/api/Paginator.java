package dev.audiences.api;

import dev.audiences.http.ApiException;
import dev.audiences.http.Url;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Follows cursors from page to page, and refuses a pagination that can't end or repeats itself. An item that came
 * before, on whichever page, is left out.
 */
public final class Paginator implements PageSource {
    private static final int MAX_EMPTY_PAGES = 100;
    /** Bad request, gone, unprocessable. */
    private static final Set<Integer> CURSOR_REFUSED = Set.of(400, 410, 422);

    private final PageFetcher fetcher;
    private final Endpoint endpoint;
    private final URI list;
    private final PageSize size;
    private final PageOptions options;
    private final SeenIds cursors = new SeenIds();
    private final SeenIds ids = new SeenIds();
    private String cursor;
    private boolean ended;
    private int number;
    private int emptyInARow;
    private long repeated;

    /**
     * @param list the URL of the list
     * @param size how many items to request a page
     */
    Paginator(PageFetcher fetcher, Endpoint endpoint, URI list, PageSize size, PageOptions options) {
        this.fetcher = fetcher;
        this.endpoint = endpoint;
        this.list = list;
        this.size = size;
        this.options = options;
        this.cursor = options.cursor();
        if (cursor != null) {
            cursors.add(cursor);
        }
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (ended) {
            return null;
        }
        number++;
        Page page;
        try {
            page = fetcher.fetch(() -> uri(cursor, size.limit()), size, endpoint, this::nextUri);
        } catch (ApiException e) {
            throw explained(e);
        }
        check(page);
        if (isNumbered(page.nextCursor())) {
            size.keep();
        }
        cursor = page.nextCursor();
        ended = cursor == null || !options.all();
        Page kept = withoutRepeated(page);
        size.accept(kept.items().size());
        return kept;
    }

    /** Null, too, when the pagination is broken or the API refused the cursor. */
    @Override
    public String cursor() {
        return cursor;
    }

    @Override
    public long repeated() {
        return repeated;
    }

    /** The failure with the number of the page, and what to do about its cursor. */
    private ApiException explained(ApiException failed) {
        ApiException e = cursor != null && refusesCursor(failed) ? refusedCursor(failed) : failed;
        // An error in the response itself has its page; one in the first request needs none.
        boolean numbered = number > 1 || endpoint.pagingRequired() && e.kind() == ApiException.Kind.UNTRUSTED;
        return numbered ? e.withMessage("page " + number + ": " + e.getMessage()) : e;
    }

    private URI uri(String at, Integer limit) {
        return new Url(list).parameter("cursor", at).parameter("limit", limit).toUri();
    }

    /** The URL of the next page, or null when it may not be wanted. */
    private URI nextUri(String next) {
        boolean wanted = options.all()
                && options.maxItems() == null
                && !cursors.contains(next)
                && emptyInARow < MAX_EMPTY_PAGES - 1;
        return wanted ? uri(next, isNumbered(next) ? size.limit() : size.nextLimit()) : null;
    }

    /** Whether the first page is in hand and the cursor that it gives, or null, looks like the number of a page. */
    private boolean isNumbered(String next) {
        return number == 1 && next != null && PageNumber.follows(cursor, next);
    }

    /** Whether the API refuses the cursor; a 400 of a firewall says nothing about it. */
    private static boolean refusesCursor(ApiException e) {
        return e.kind() == ApiException.Kind.REFUSED && e.isFromApi() && CURSOR_REFUSED.contains(e.status());
    }

    private ApiException refusedCursor(ApiException e) {
        cursor = null;
        return e.withHint("the cursor has expired or is not valid: run the list again from the beginning"
                + (number == 1 ? ", without --cursor" : ""));
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
