package dev.audiences.api;

import dev.audiences.http.ApiException;
import java.util.function.UnaryOperator;

/** Gives pages one after the other; fetching happens in {@link #next}. */
@FunctionalInterface
public interface PageSource {
    /**
     * The next page.
     *
     * @return null when there is no further page
     * @throws ApiException when the page can't be had; a source that failed is not asked again
     */
    Page next() throws ApiException, InterruptedException;

    /** The same pages with other items in the place of theirs. */
    default PageSource map(UnaryOperator<Item> change) {
        PageSource pages = this;
        return new PageSource() {
            @Override
            public Page next() throws ApiException, InterruptedException {
                Page page = pages.next();
                return page == null
                        ? null
                        : new Page(page.items().stream().map(change).toList(), page.nextCursor());
            }

            @Override
            public String cursor() {
                return pages.cursor();
            }

            @Override
            public long repeated() {
                return pages.repeated();
            }
        };
    }

    /** These pages behind one that was taken from them before. */
    default PageSource behind(Page first) {
        PageSource others = this;
        return new PageSource() {
            private boolean begun;

            @Override
            public Page next() throws ApiException, InterruptedException {
                boolean continued = begun;
                begun = true;
                return continued ? others.next() : first;
            }

            @Override
            public String cursor() {
                return others.cursor();
            }

            @Override
            public long repeated() {
                return others.repeated();
            }
        };
    }

    /**
     * The cursor of the page that comes next or has just failed; null for the first page, after the last, and when
     * there is nowhere to go on from.
     */
    default String cursor() {
        return null;
    }

    /** How many items were left out because they had come before; to be read after the last page. */
    default long repeated() {
        return 0;
    }
}
