package dev.audiences.api;

/**
 * Which pages of a list to get.
 *
 * @param cursor where to start; null for the beginning
 * @param limit the most items on a page; null to leave it to the API, and with {@code all} to us
 * @param all whether to follow the cursors to the end; otherwise one page
 * @param maxItems how many items are wanted in all; null for no bound
 * @param filtered whether the caller drops items, and only those that it keeps count for {@code maxItems}
 */
public record PageOptions(String cursor, Integer limit, boolean all, Integer maxItems, boolean filtered) {
    /** Every page, from the beginning, in the size that the API gives them. */
    static final PageOptions WHOLE_LIST = new PageOptions(null, null, true, null, false);

    /** The size of the pages to request of a list that may be long. */
    PageSize size() {
        return all && limit == null ? PageSize.growing(filtered ? null : maxItems) : PageSize.fixed(limit);
    }
}
