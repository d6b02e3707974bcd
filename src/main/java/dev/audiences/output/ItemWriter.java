package dev.audiences.output;

import dev.audiences.api.Item;
import java.io.IOException;
import java.util.List;

/** Writes a list of items, page by page, in one format. */
public interface ItemWriter {
    /**
     * Writes one page whose every item was checked. Whatever the format allows to be written by now has reached the
     * stream, flushed, when this returns; only the table waits for all its rows.
     *
     * @throws IOException when the stream fails
     */
    void write(List<Item> page) throws IOException;

    /**
     * Closes the document. Not called for a list that broke off, so that a JSON array stays open and no parser takes a
     * part for the whole.
     *
     * @throws IOException when the stream fails
     */
    void finish() throws IOException;

    /** The fields that a terminal had no room for; to be asked after {@link #finish}. */
    default List<String> omittedColumns() {
        return List.of();
    }
}
