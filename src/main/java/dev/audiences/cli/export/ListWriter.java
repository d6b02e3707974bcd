package dev.audiences.cli.export;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Writes pages as they come, or sorted after the last one. Another thread may stop it. */
final class ListWriter {
    private final Destination destination;
    private final Progress progress;
    /** Held while a page is written, or the end. */
    private final Semaphore writing = new Semaphore(1);

    private final List<Item> held = new ArrayList<>();
    private ItemWriter writer;
    private volatile Done done = new Done(0, 0, null);
    private volatile boolean ended;
    private volatile boolean stopped;

    /** What was written or held, and the cursor of what follows it. */
    private record Done(long items, long pages, String nextCursor) {
        Done and(Page page) {
            return new Done(items + page.items().size(), pages + 1, page.nextCursor());
        }
    }

    ListWriter(Destination destination, Progress progress) {
        this.destination = destination;
        this.progress = progress;
    }

    /**
     * Writes every page of the source and closes the document; the document stays open when a page fails.
     *
     * @param order null to keep the API's
     */
    void run(PageSource source, ItemWriter itemWriter, SortOrder order)
            throws ApiException, Failure, InterruptedException {
        writer = itemWriter;
        try {
            for (Page page = source.next(); page != null; page = source.next()) {
                add(page, order);
                progress.show(items(), pages());
            }
            progress.clear();
            end(order);
        } catch (IOException e) {
            throw destination.failure(e);
        } finally {
            progress.clear();
        }
    }

    private void add(Page page, SortOrder order) throws IOException, Failure {
        writing.acquireUninterruptibly();
        try {
            requireRunning();
            Done more = done.and(page);
            if (more.items() > writer.maxItems()) {
                throw Failure.of(
                                ExitCode.OUTPUT_FAILED,
                                "the list has more items than the " + Counts.of(writer.maxItems())
                                        + " that this format can hold")
                        .hint("-o csv, which has no limit, or fewer items with --max-items or a filter");
            }
            if (order == null) {
                writer.write(page.items());
            } else {
                held.addAll(page.items());
            }
            done = more;
        } finally {
            writing.release();
        }
    }

    private void end(SortOrder order) throws IOException {
        writing.acquireUninterruptibly();
        try {
            requireRunning();
            if (order != null) {
                order.sort(held);
                writer.write(held);
            }
            writer.finish();
            destination.commit();
            ended = true;
        } finally {
            writing.release();
        }
    }

    private void requireRunning() throws IOException {
        if (stopped) {
            throw new IOException("the program is ending");
        }
    }

    /**
     * Has nothing more written, once the page that is being written is complete.
     *
     * @return false when it was not complete within this time
     */
    boolean stop(Duration patience) {
        boolean complete = false;
        try {
            complete = writing.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped = true;
        if (complete) {
            writing.release();
        }
        return complete;
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

    /** Whether the whole list was written. */
    boolean hasEnded() {
        return ended;
    }

    /** The cursor of the page behind the last one that was written, or null. */
    String nextCursor() {
        return done.nextCursor();
    }

    long items() {
        return done.items();
    }

    long pages() {
        return done.pages();
    }
}
