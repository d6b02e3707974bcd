package dev.audiences.cli.list;

import dev.audiences.api.Paginator;
import dev.audiences.cli.console.Messages;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;

/** The last line on stderr after a list: how many audiences were shown, and whether there are more. */
final class ListSummary {
    private final Messages messages;
    private final boolean terminal;
    private final boolean all;
    private final boolean filtered;
    private final boolean sorted;

    /**
     * @param terminal whether a person reads stderr: the count alone is printed only then
     * @param all whether the pages were followed to the end
     * @param filtered whether only wanted audiences were shown
     */
    ListSummary(Messages messages, boolean terminal, boolean all, boolean filtered, boolean sorted) {
        this.messages = messages;
        this.terminal = terminal;
        this.all = all;
        this.filtered = filtered;
        this.sorted = sorted;
    }

    void report(ListWriter writer, FilteredPages filteredPages, Paginator pages) {
        if (pages.repeated() > 0) {
            messages.info(Counts.of(pages.repeated(), "repeated audience") + " left out; the first of each is kept");
        }
        String count = Counts.of(writer.items(), "audience")
                + (filtered ? " of " + Counts.of(filteredPages.seen()) + " searched" : "");
        writer.reportOmittedColumns(messages);
        if (!filteredPages.hasMore()) {
            if (terminal) {
                messages.info(count);
            }
            return;
        }
        if (all) {
            String onlyThese = sorted ? ", and only these were sorted" : "";
            messages.info(count + ", as --max-items says; the list goes on" + onlyThese);
            return;
        }
        messages.info(count + onlyOnePage() + "; there are more: add --all, " + goOn(pages.cursor()));
    }

    private String goOn(String cursor) {
        String option = messages.pastable(PastableCommand.option("--cursor", cursor));
        return option == null
                ? "or go on with --cursor and this cursor, escaped as in JSON: " + messages.spelledOut(cursor)
                : "or go on with  " + option;
    }

    private String onlyOnePage() {
        if (!filtered && !sorted) {
            return "";
        }
        return "; only one page was " + (filtered ? "searched" : "") + (filtered && sorted ? " and " : "")
                + (sorted ? "sorted" : "");
    }
}
