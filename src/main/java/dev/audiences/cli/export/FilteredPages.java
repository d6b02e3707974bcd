package dev.audiences.cli.export;

import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.http.ApiException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** Keeps only the wanted items of each page, and ends when there are enough of them. */
final class FilteredPages implements PageSource {
    private final PageSource source;
    private final Predicate<Item> wanted;
    private final long most;
    private final Queue<Page> peeked = new ArrayDeque<>();
    private String nextCursor;
    private String cutCursor;
    private int keptOfCut;
    private long given;
    private long seen;
    private boolean more;

    /**
     * @param wanted null for every item
     * @param most how many items to give in all, or null for no bound
     * @param start the cursor of the first page, or null
     */
    FilteredPages(PageSource source, Predicate<Item> wanted, Integer most, String start) {
        this.source = source;
        this.wanted = wanted;
        this.most = most == null ? Long.MAX_VALUE : most;
        this.nextCursor = start;
    }

    /** The items of the first page that has any, before the choice; {@link #next} gives that page all the same. */
    List<Item> peek() throws ApiException, InterruptedException {
        List<Item> items = List.of();
        Page page;
        while (items.isEmpty() && (page = source.next()) != null) {
            peeked.add(page);
            items = page.items();
        }
        return items;
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (given == most) {
            return null;
        }
        Page page = peeked.isEmpty() ? source.next() : peeked.poll();
        if (page == null) {
            return null;
        }
        seen += page.items().size();
        List<Item> kept = kept(page.items());
        long room = most - given;
        boolean cut = kept.size() > room;
        more = page.hasMore() || cut;
        List<Item> fitting = cut ? kept.subList(0, (int) room) : kept;
        given += fitting.size();
        cutCursor = nextCursor;
        keptOfCut = cut ? fitting.size() : 0;
        nextCursor = page.nextCursor();
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
    long seen() {
        return seen;
    }

    /** Whether the list goes on behind what was given. */
    boolean hasMore() {
        return more;
    }

    /**
     * The cursor of the page where the list goes on, which may be the last one that was given, in part; null for the
     * first page, and after the last.
     */
    String goesOnAt() {
        return keptOfCut > 0 ? cutCursor : nextCursor;
    }

    /** How many items that were given the page of {@link #goesOnAt} begins with. */
    int alreadyGiven() {
        return keptOfCut;
    }
}
