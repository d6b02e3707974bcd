package dev.audiences.cli.export;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.output.Format;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command line that goes on where an {@code --all} stopped that failed or was ended. */
final class ResumeCommand {
    private static final String NO_HEADER = "--no-header";
    private static final String CURSOR = "--cursor";
    private static final String MAX_ITEMS = "--max-items";
    private static final String END_OF_OPTIONS = "--";

    /** A page is written in less, unless its reader is stuck; the end of the program waits for no more. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Messages messages;
    private final List<String> arguments;
    private final ListPlan plan;
    /** Whether pages are written as they come. */
    private final boolean written;

    ResumeCommand(Messages messages, List<String> arguments, ListPlan plan, Destination destination) {
        this.messages = messages;
        this.arguments = arguments;
        this.plan = plan;
        this.written = plan.order() == null && plan.format().isUsefulInPart() && destination.canBeContinued();
    }

    /**
     * Says, at a signal or when the time is over, how much was written and how to go on. Nothing is written and nothing
     * else is printed from then on.
     */
    void explainEnd(ListWriter export) {
        messages.silence();
        boolean complete = export.stop(PATIENCE);
        if (export.hasEnded() || complete && export.pages() == 0) {
            return;
        }
        // The exit code is that of the signal, or was decided before.
        Failure ended = Failure.of(ExitCode.UNAVAILABLE, "ended before the list was complete");
        if (complete) {
            boolean enough = plan.maxItems() != null && export.items() >= plan.maxItems();
            explain(ended, export, enough ? null : export.nextCursor());
        } else {
            // The reader of the output takes no more, and has a part of a page.
            ended.line("a part of the list may have been written; run it again for the whole list");
        }
        messages.lastWords(ended);
    }

    /**
     * Says how much was written before the failure, and how to go on.
     *
     * @param cursor of the page that failed; null for the first, and when no cursor leads on
     */
    Failure explain(Failure failure, ListWriter export, String cursor) {
        if (export.pages() == 0) {
            return failure;
        }
        String read = read(export);
        if (!written) {
            return failure.line("read before and not written: " + read + "; run it again for the whole list");
        }
        failure.line("written before: " + read);
        return cursor == null || !plan.paged() ? failure : goOn(failure, cursor, export.items());
    }

    private String read(ListWriter export) {
        return Counts.of(export.items(), plan.noun()) + " on " + Counts.of(export.pages(), "page");
    }

    /** The whole command where it can be pasted, or else as much of it as can. */
    private Failure goOn(Failure failure, String cursor, long itemsWritten) {
        List<String> changes = changes(itemsWritten);
        List<String> at = PastableCommand.option(CURSOR, cursor);
        List<String> kept = without(without(arguments, CURSOR), MAX_ITEMS);
        // Behind a -- every word is an argument.
        int end = kept.contains(END_OF_OPTIONS) ? kept.indexOf(END_OF_OPTIONS) : kept.size();
        String command = messages.pastable(
                joined(List.of("audiences"), kept.subList(0, end), changes, at, kept.subList(end, kept.size())));
        if (command != null) {
            return failure.command("go on with", command);
        }
        String options = messages.pastable(joined(changes, at));
        if (options != null) {
            return failure.command("go on with", "the same command and  " + options);
        }
        String also = changes.isEmpty() ? "" : "  " + String.join(" ", changes) + "  and";
        return failure.line("go on with: the same command and" + also + " --cursor")
                .with("the cursor, escaped as in JSON, is", messages.spelledOut(cursor));
    }

    private List<String> changes(long itemsWritten) {
        List<String> changes = new ArrayList<>();
        // The header is written already: what comes now can be appended to what came before.
        if ((plan.format() == Format.CSV || plan.format() == Format.TSV) && !arguments.contains(NO_HEADER)) {
            changes.add(NO_HEADER);
        }
        if (plan.maxItems() != null) {
            changes.addAll(List.of(MAX_ITEMS, String.valueOf(plan.maxItems() - itemsWritten)));
        }
        return changes;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static List<String> without(List<String> arguments, String option) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals(option)) {
                i++;
            } else if (!arguments.get(i).startsWith(option + "=")) {
                kept.add(arguments.get(i));
            }
        }
        return kept;
    }
}
