package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.http.ApiException;
import dev.audiences.output.ItemWriter;
import dev.audiences.text.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes pages as they come, or sorted after the last one. */
final class ListWriter {
    private final ItemWriter writer;
    private final Destination destination;
    private final SortOrder order;
    private final UnknownFields unknown;
    private final Progress progress;
    private final List<Item> held = new ArrayList<>();
    private long items;
    private long pages;

    /** @param order null to keep the API's */
    ListWriter(ItemWriter writer, Destination destination, SortOrder order, UnknownFields unknown, Progress progress) {
        this.writer = writer;
        this.destination = destination;
        this.order = order;
        this.unknown = unknown;
        this.progress = progress;
    }

    /** Writes every page of the source and closes the document; the document stays open when a page fails. */
    void run(PageSource source) throws ApiException, Failure, InterruptedException {
        try {
            for (Page page = source.next(); page != null; page = source.next()) {
                add(page);
            }
            progress.clear();
            if (order != null) {
                order.sort(held);
                writer.write(held);
            }
            writer.finish();
            destination.commit();
        } catch (IOException e) {
            throw destination.failure(e);
        } finally {
            progress.clear();
        }
    }

    private void add(Page page) throws IOException, Failure {
        items += page.items().size();
        if (items > writer.maxItems()) {
            throw Failure.of(
                            ExitCode.OUTPUT_FAILED,
                            "the list has more items than the " + Counts.of(writer.maxItems())
                                    + " that this format can hold")
                    .hint("-o csv, which has no limit, or fewer items with --max-items or a filter");
        }
        pages++;
        unknown.see(page.items());
        if (order == null) {
            writer.write(page.items());
        } else {
            held.addAll(page.items());
        }
        progress.show(items, pages);
    }

    /** Says what a reader of the output has to know. */
    void reportNotes(Messages messages) {
        for (String note : writer.notes()) {
            messages.info("note: " + note);
        }
    }

    /** Says which fields the terminal had no room for. */
    void reportOmittedColumns(Messages messages) {
        if (!writer.omittedColumns().isEmpty()) {
            messages.info("not shown: " + String.join(", ", writer.omittedColumns()) + "; see --columns");
        }
    }

    long items() {
        return items;
    }

    long pages() {
        return pages;
    }
}
