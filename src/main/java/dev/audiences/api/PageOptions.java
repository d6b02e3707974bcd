package dev.audiences.api;

/**
 * Which pages of a list to get.
 *
 * @param cursor where to start; null for the beginning
 * @param limit the most items on a page; null to leave it to the API, and with {@code all} to us
 * @param all whether to follow the cursors to the end; otherwise one page
 * @param maxItems how many items are wanted in all; null for no bound
 */
public record PageOptions(String cursor, Integer limit, boolean all, Integer maxItems) {
    /** Every page, from the beginning, in the size that the API gives them. */
    static final PageOptions WHOLE_LIST = new PageOptions(null, null, true, null);
}
