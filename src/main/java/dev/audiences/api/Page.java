package dev.audiences.api;

import java.util.List;

/**
 * One page of a list, wholly checked.
 *
 * @param items the items in the order of the API
 * @param nextCursor the cursor of the page after this one, or null when this is the last
 */
public record Page(List<Item> items, String nextCursor) {
    /** Whether the API holds more items after this page. */
    public boolean hasMore() {
        return nextCursor != null;
    }
}
