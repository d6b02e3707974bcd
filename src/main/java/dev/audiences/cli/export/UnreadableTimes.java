package dev.audiences.cli.export;

import dev.audiences.cli.console.Messages;
import dev.audiences.text.Counts;

/** Counts the items whose time can't be read, which a filter or an order may hide from the user. */
public final class UnreadableTimes {
    private long count;
    private String example = "";

    /** @param text the time as the API sent it; empty when it sent none */
    public void add(String text) {
        example = example.isEmpty() ? text : example;
        count++;
    }

    /** @param consequence what was done with the items, such as {@code left out} */
    public void report(Messages messages, String noun, String field, String consequence) {
        if (count > 0) {
            messages.info(Counts.of(count, noun) + " without a " + field + " that can be read"
                    + (example.isEmpty() ? "" : ", such as '" + messages.excerpt(example) + "'") + ": " + consequence);
        }
    }
}
