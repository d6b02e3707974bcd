package dev.audiences.cli.export;

import dev.audiences.api.Item;
import dev.audiences.cli.console.Messages;
import java.util.function.Predicate;

/** Chooses the items of a list that are kept. */
public interface ItemFilter extends Predicate<Item> {
    /**
     * Reports what the user may not expect of the result.
     *
     * @param kept how many items were kept
     * @param whole whether the list was searched to its end
     */
    void report(Messages messages, long kept, boolean whole);
}
