package dev.audiences.cli.export;

import dev.audiences.cli.console.Messages;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;

/** The last line on stderr after a list: how many audiences were shown, and whether there are more. */
final class ListSummary {
    private final Messages messages;
    private final ListPlan plan;
    private final boolean terminal;
    private final String file;

    /**
     * @param terminal whether a person reads stderr: the count alone is printed only then, and after a file was written
     * @param file what was written to; null for what is no file
     */
    ListSummary(Messages messages, ListPlan plan, boolean terminal, String file) {
        this.messages = messages;
        this.plan = plan;
        this.terminal = terminal;
        this.file = file;
    }

    /** @param repeated how many items were left out because they had come before */
    void report(ListWriter writer, FilteredPages filteredPages, long repeated) {
        if (repeated > 0) {
            messages.info(Counts.of(repeated, "repeated " + plan.noun()) + " left out; the first of each is kept");
        }
        String number = Counts.of(writer.items(), plan.noun());
        if (plan.count()) {
            if (file != null) {
                messages.info(number + " counted: the number is in " + file);
            }
            return;
        }
        String searched = Counts.of(filteredPages.seen()) + " searched";
        String count = number
                + (file == null ? "" : " in " + file)
                + (plan.filtered() ? (file == null ? " of " : ", of ") + searched : "");
        writer.reportOmittedColumns(messages);
        if (!filteredPages.hasMore()) {
            if (file != null || terminal && !plan.formatOptions().single()) {
                messages.info(count);
            }
            return;
        }
        String cursor = filteredPages.goesOnAt();
        if (!plan.all()) {
            messages.info(count + onlyOnePage() + "; there are more: add --all, or go on with" + option(cursor));
            return;
        }
        messages.info(count + ", as --max-items says; the list goes on" + behind(cursor, filteredPages.alreadyGiven()));
    }

    private String behind(String cursor, int repeated) {
        if (plan.order() != null) {
            // Another part, sorted by itself, would not be what follows.
            return ", and only these were sorted: leave out --max-items to sort it all";
        }
        if (cursor == null) {
            return ": for more, raise --max-items";
        }
        String first = repeated == 1 ? plan.noun() + " is" : Counts.of(repeated, plan.noun()) + " are";
        return " with" + option(cursor) + (repeated == 0 ? "" : "  whose first " + first + " among these");
    }

    private String option(String cursor) {
        String option = messages.pastable(PastableCommand.option("--cursor", cursor));
        return option == null
                ? " --cursor and this cursor, escaped as in JSON: " + messages.spelledOut(cursor)
                : "  " + option;
    }

    private String onlyOnePage() {
        boolean sorted = plan.order() != null;
        if (!plan.filtered() && !sorted) {
            return "";
        }
        return "; only one page was " + (plan.filtered() ? "searched" : "")
                + (plan.filtered() && sorted ? " and " : "")
                + (sorted ? "sorted" : "");
    }
}
