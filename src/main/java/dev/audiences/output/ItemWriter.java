package dev.audiences.output;

import dev.audiences.api.Item;
import java.io.IOException;
import java.util.List;

/** Writes a list of items, page by page, in one format. */
public interface ItemWriter {
    /**
     * Writes one page, whose items have all been validated, and flushes the stream. Only the table writer waits for all
     * rows.
     *
     * @throws IOException when the stream fails
     */
    void write(List<Item> page) throws IOException;

    /**
     * Ends the document. Not called for an incomplete list, so that a JSON array stays open and parsers reject it.
     *
     * @throws IOException when the stream fails
     */
    void finish() throws IOException;

    /** Returns how many items the format can hold. */
    default long maxItems() {
        return Long.MAX_VALUE;
    }

    /** Returns what a reader of the document has to know; valid after {@link #finish}. */
    default List<String> notes() {
        return List.of();
    }

    /** Returns the fields that did not fit the width of the terminal; valid after {@link #finish}. */
    default List<String> omittedColumns() {
        return List.of();
    }
}
