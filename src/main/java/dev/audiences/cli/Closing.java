package dev.audiences.cli;

import dev.audiences.api.Pages;
import dev.audiences.api.SelectedPages;
import dev.audiences.text.PastableCommand;

/** The last line on stderr after a list: how much was shown, and what was not. */
final class Closing {
    private final Talk talk;
    private final boolean terminal;
    private final boolean all;
    private final boolean filtered;
    private final boolean sorted;

    /**
     * @param terminal whether a person reads stderr: only then the mere count is worth a line
     * @param all whether the pages were followed to the end
     * @param filtered whether only wanted audiences were shown
     */
    Closing(Talk talk, boolean terminal, boolean all, boolean filtered, boolean sorted) {
        this.talk = talk;
        this.terminal = terminal;
        this.all = all;
        this.filtered = filtered;
        this.sorted = sorted;
    }

    void say(Export export, SelectedPages selected, Pages pages) {
        if (pages.repeated() > 0) {
            talk.say(Counts.of(pages.repeated(), "repeated audience") + " left out; the first of each is kept");
        }
        String count = Counts.of(export.items(), "audience")
                + (filtered ? " of " + Counts.of(selected.seen()) + " searched" : "");
        export.sayLeftOut(talk);
        if (!selected.hasMore()) {
            if (terminal) {
                talk.say(count);
            }
            return;
        }
        if (all) {
            String onlyThese = sorted ? ", and only these were sorted" : "";
            talk.say(count + ", as --max-items says; the list goes on" + onlyThese);
            return;
        }
        talk.say(count + onlyOnePage() + "; there are more: add --all, " + goOn(pages.cursor()));
    }

    private String goOn(String cursor) {
        String option = talk.pastable(PastableCommand.option("--cursor", cursor));
        return option == null
                ? "or go on with --cursor and this cursor, escaped as in JSON: " + talk.spelledOut(cursor)
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
