package dev.audiences.cli;

import dev.audiences.output.Format;
import java.util.ArrayList;
import java.util.List;

/** The command line that goes on where a failed {@code --all} stopped. */
final class Resumption {
    private static final String NO_HEADER = "--no-header";

    private final List<String> arguments;
    private final Format format;
    private final Integer maxItems;

    /** @param maxItems the bound of the failed run, or null */
    Resumption(List<String> arguments, Format format, Integer maxItems) {
        this.arguments = arguments;
        this.format = format;
        this.maxItems = maxItems;
    }

    /**
     * Says how much was written before the failure, and how to go on.
     *
     * @param cursor of the page that failed; null for the first, and when no cursor leads on
     * @param written whether pages were written as they came
     */
    Failure explain(Failure failure, Export export, String cursor, boolean written) {
        if (export.pages() == 0) {
            return failure;
        }
        String read = Counts.of(export.items(), "audience") + " on " + Counts.of(export.pages(), "page");
        if (!written) {
            return failure.line("read before and not written: " + read + "; run it again for the whole list");
        }
        return failure.line("written before: " + read)
                .with("go on with", cursor == null ? null : command(cursor, export.items()));
    }

    private String command(String cursor, long itemsWritten) {
        StringBuilder command = new StringBuilder("audiences");
        List<String> kept = without(without(arguments, "--cursor"), "--max-items");
        for (String argument : kept) {
            command.append(' ').append(ShellQuote.quote(argument));
        }
        // The header is written already: what comes now can be appended to what came before.
        if ((format == Format.CSV || format == Format.TSV) && !arguments.contains(NO_HEADER)) {
            command.append(' ').append(NO_HEADER);
        }
        if (maxItems != null) {
            command.append(" --max-items ").append(maxItems - itemsWritten);
        }
        return command.append(' ').append(ShellQuote.option("--cursor", cursor)).toString();
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
