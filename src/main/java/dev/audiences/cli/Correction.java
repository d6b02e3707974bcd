package dev.audiences.cli;

import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * What was probably meant by a wrong command line.
 *
 * @param words the whole command line, without the name of the program; empty when none is known
 * @param piped the program that its output goes to, and its arguments; empty for none
 * @param changes the words that were wrong, and what replaces them
 * @param notes what else to say
 */
record Correction(List<String> words, List<String> piped, List<Change> changes, List<String> notes) {
    /** Shown when the whole command line can't be. */
    record Change(String from, String to) {}

    static Correction note(String note) {
        return new Correction(List.of(), List.of(), List.of(), List.of(note));
    }

    Failure addTo(Failure failure, Messages messages) {
        String command = words.isEmpty() ? null : command(messages);
        if (command != null) {
            failure.command("did you mean", command);
        } else if (!changes.isEmpty()) {
            Change first = changes.get(0);
            failure.command(
                    "did you mean",
                    messages.spelledOut(withoutValue(first.to())) + "  in place of  "
                            + messages.spelledOut(first.from()));
        }
        notes.forEach(note -> failure.with("note", note));
        return failure;
    }

    /** The option alone: its value, for which a sign stands, may be what can't be shown. */
    private static String withoutValue(String words) {
        return words.replace(" " + ForeignWord.VALUE, "");
    }

    private String command(Messages messages) {
        List<String> all = new ArrayList<>(List.of("audiences"));
        all.addAll(words);
        String command = messages.pastable(all);
        if (command == null || piped.isEmpty()) {
            return command;
        }
        String behind = messages.pastable(piped);
        return behind == null ? null : command + " | " + behind;
    }
}
