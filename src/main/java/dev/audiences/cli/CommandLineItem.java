package dev.audiences.cli;

import dev.audiences.text.PastableCommand;
import java.util.List;

/**
 * An option with its value, or an argument that is neither.
 *
 * @param option the name of the option, or null
 * @param value the value of the option, or null for none; or the argument
 * @param joined whether option and value are one word
 */
record CommandLineItem(String option, String value, boolean joined) {
    static CommandLineItem argument(String word) {
        return new CommandLineItem(null, word, false);
    }

    boolean isOption() {
        return option != null;
    }

    /** The item as on the command line. */
    List<String> words() {
        if (option == null) {
            return List.of(value);
        }
        if (value == null) {
            return List.of(option);
        }
        if (joined) {
            return List.of(option + (option.startsWith("--") ? "=" : "") + value);
        }
        return PastableCommand.option(option, value);
    }
}
