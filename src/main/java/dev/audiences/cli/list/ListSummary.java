package dev.audiences.cli.list;

import dev.audiences.api.Paginator;
import dev.audiences.cli.console.Messages;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;

/** The last line on stderr after a list: how many audiences were shown, and whether there are more. */
final class ListSummary {
    private final Messages messages;
    private final boolean terminal;
    private final String file;
    private final boolean counted;
    private final boolean all;
    private final boolean filtered;
    private final boolean sorted;

    /**
     * @param terminal whether a person reads stderr: the count alone is printed only then, and after a file was written
     * @param file what was written to; null for what is no file
     * @param counted whether the number alone was written
     * @param all whether the pages were followed to the end
     * @param filtered whether only wanted audiences were shown
     */
    ListSummary(
            Messages messages,
            boolean terminal,
            String file,
            boolean counted,
            boolean all,
            boolean filtered,
            boolean sorted) {
        this.messages = messages;
        this.terminal = terminal;
        this.file = file;
        this.counted = counted;
        this.all = all;
        this.filtered = filtered;
        this.sorted = sorted;
    }

    void report(ListWriter writer, FilteredPages filteredPages, Paginator pages) {
        if (pages.repeated() > 0) {
            messages.info(Counts.of(pages.repeated(), "repeated audience") + " left out; the first of each is kept");
        }
        if (counted) {
            if (file != null) {
                messages.info(Counts.of(writer.items(), "audience") + " counted: the number is in " + file);
            }
            return;
        }
        String count = written(writer.items(), "audience", file)
                + (filtered ? (file == null ? " of " : ", of ") + Counts.of(filteredPages.seen()) + " searched" : "");
        writer.reportOmittedColumns(messages);
        if (!filteredPages.hasMore()) {
            if (terminal || file != null) {
                messages.info(count);
            }
            return;
        }
        String cursor = filteredPages.goesOnAt();
        if (!all) {
            messages.info(count + onlyOnePage() + "; there are more: add --all, or go on with" + option(cursor));
            return;
        }
        messages.info(count + ", as --max-items says; the list goes on" + behind(cursor, filteredPages.repeated()));
    }

    /** How many items there are, and where: such as {@code 1,000 audiences in audiences.csv}. */
    static String written(long items, String noun, String file) {
        return Counts.of(items, noun) + (file == null ? "" : " in " + file);
    }

    private String behind(String cursor, int repeated) {
        if (sorted) {
            // Another part, sorted by itself, would not be what follows.
            return ", and only these were sorted: leave out --max-items to sort it all";
        }
        if (cursor == null) {
            return ": for more, raise --max-items";
        }
        String first = repeated == 1 ? "audience is" : Counts.of(repeated) + " audiences are";
        return " with" + option(cursor) + (repeated == 0 ? "" : "  whose first " + first + " among these");
    }

    private String option(String cursor) {
        String option = messages.pastable(PastableCommand.option("--cursor", cursor));
        return option == null
                ? " --cursor and this cursor, escaped as in JSON: " + messages.spelledOut(cursor)
                : "  " + option;
    }

    private String onlyOnePage() {
        if (!filtered && !sorted) {
            return "";
        }
        return "; only one page was " + (filtered ? "searched" : "") + (filtered && sorted ? " and " : "")
                + (sorted ? "sorted" : "");
    }
}
