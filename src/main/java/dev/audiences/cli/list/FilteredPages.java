package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps only the wanted items of each page, and ends when there are enough of them. */
public final class FilteredPages implements PageSource {
    private final PageSource source;
    private final Predicate<Item> wanted;
    private final long most;
    private long given;
    private long seen;
    private boolean more;

    /**
     * @param wanted null for every item
     * @param most how many items to give in all, or null for no bound
     */
    public FilteredPages(PageSource source, Predicate<Item> wanted, Integer most) {
        this.source = source;
        this.wanted = wanted;
        this.most = most == null ? Long.MAX_VALUE : most;
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (given == most) {
            return null;
        }
        Page page = source.next();
        if (page == null) {
            return null;
        }
        seen += page.items().size();
        List<Item> kept = kept(page.items());
        long room = most - given;
        more = page.hasMore() || kept.size() > room;
        List<Item> fitting = kept.size() > room ? kept.subList(0, (int) room) : kept;
        given += fitting.size();
        return new Page(fitting, page.nextCursor());
    }

    private List<Item> kept(List<Item> items) {
        if (wanted == null) {
            return items;
        }
        List<Item> kept = new ArrayList<>();
        for (Item item : items) {
            if (wanted.test(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    /** How many items the pages held before the choice. */
    public long seen() {
        return seen;
    }

    /** Whether the list goes on behind what was given. */
    public boolean hasMore() {
        return more;
    }
}
