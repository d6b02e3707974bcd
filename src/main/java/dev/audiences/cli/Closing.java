package dev.audiences.cli;

import dev.audiences.api.Pages;
import dev.audiences.api.SelectedPages;

/** The last line on stderr after a list: how much was shown, and what was not. */
final class Closing {
    private final Talk talk;
    private final boolean terminal;
    private final boolean all;

    /**
     * @param terminal whether a person reads stderr: only then the mere count is worth a line
     * @param all whether the pages were followed to the end
     */
    Closing(Talk talk, boolean terminal, boolean all) {
        this.talk = talk;
        this.terminal = terminal;
        this.all = all;
    }

    /** @param filtered whether only wanted audiences were shown */
    void say(long shown, SelectedPages selected, Pages pages, boolean filtered) {
        if (pages.repeated() > 0) {
            talk.say(Counts.of(pages.repeated(), "repeated audience") + " left out; the first of each is kept");
        }
        String count = filtered
                ? Counts.of(shown, "audience") + " of " + Counts.of(selected.seen()) + " searched"
                : Counts.of(shown, "audience");
        if (!selected.hasMore()) {
            if (terminal) {
                talk.say(count);
            }
            return;
        }
        if (all) {
            talk.say(count + ", as --max-items says; the list goes on");
            return;
        }
        String searched = filtered ? "; only one page was searched" : "";
        talk.say(count + searched + "; there are more: add --all, or go on with  --cursor "
                + ShellQuote.quote(pages.cursor()));
    }
}
