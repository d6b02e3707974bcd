package dev.audiences.cli;

import dev.audiences.output.Format;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Corrects the options of a command line whose command is known. */
final class OptionCorrector {
    /** The options that have no other values than those offered by completion. */
    private static final List<String> CLOSED = List.of("--output", "--color");

    private final CommandSpec command;
    private final ArgumentReader reader;
    private final List<Correction.Change> changes;
    private final List<String> notes;

    /** @param changes and notes: where to add what is corrected, and what is to be said about it */
    OptionCorrector(CommandSpec command, ArgumentReader reader, List<Correction.Change> changes, List<String> notes) {
        this.command = command;
        this.reader = reader;
        this.changes = changes;
        this.notes = notes;
    }

    /** The options in their order, with what can't be corrected as it was; null when there is no right command line. */
    List<CommandLineItem> correct(List<CommandLineItem> typed) {
        List<CommandLineItem> corrected = new ArrayList<>();
        List<CommandLineItem> brought = new ArrayList<>();
        for (CommandLineItem item : typed) {
            boolean ours = command.optionsMap().containsKey(item.option());
            ForeignWord word = find(ours ? ForeignWords.VALUES : ForeignWords.OPTIONS, item, typed);
            if (word != null) {
                if (!word.note().isEmpty()) {
                    notes.add(word.note());
                }
                if (!word.corrects()) {
                    return null;
                }
                List<CommandLineItem> replacement =
                        reader.read(ForeignWord.withFormat(word.replacement(word.match(item.value())), item.value()));
                String to = String.join(" ", word.replacement(ForeignWord.VALUE));
                changes.add(new Correction.Change(item.option(), to));
                corrected.addAll(replacement.stream().limit(1).toList());
                brought.addAll(replacement.stream().skip(1).toList());
            } else if (ours) {
                corrected.add(withNearestValue(item));
            } else {
                corrected.addAll(misspelt(item));
            }
        }
        corrected.addAll(without(brought, corrected));
        return withLast("--output", corrected.stream().distinct().toList());
    }

    /** Of an option that a foreign word has brought in a second time, the last one counts. */
    private List<CommandLineItem> withLast(String name, List<CommandLineItem> items) {
        OptionSpec option = command.optionsMap().get(name);
        List<CommandLineItem> kept = new ArrayList<>(items);
        List<CommandLineItem> same = items.stream()
                .filter(item ->
                        option != null && option.equals(command.optionsMap().get(item.option())))
                .toList();
        for (int i = 0; i + 1 < same.size() && !changes.isEmpty(); i++) {
            kept.remove(same.get(i));
        }
        return kept;
    }

    private CommandLineItem withNearestValue(CommandLineItem item) {
        OptionSpec option = command.optionsMap().get(item.option());
        if (item.value() == null || !CLOSED.contains(option.longestName())) {
            return item;
        }
        List<String> values = new ArrayList<>();
        option.completionCandidates().forEach(values::add);
        String near = NearestName.to(item.value(), values);
        if (near == null || near.equalsIgnoreCase(item.value())) {
            return item;
        }
        changes.add(new Correction.Change(item.value(), near));
        return new CommandLineItem(item.option(), near, item.joined());
    }

    private ForeignWord find(List<ForeignWord> table, CommandLineItem item, List<CommandLineItem> all) {
        for (ForeignWord word : table) {
            boolean fits = word.isOption(item.option())
                    && !word.wholeLine()
                    && (word.takesValue() ? word.match(item.value()) != null : item.value() == null);
            if (fits && hasBesides(word, all) && isPossible(command, word.replacement(ForeignWord.VALUE))) {
                return word;
            }
        }
        return null;
    }

    private static boolean hasBesides(ForeignWord word, List<CommandLineItem> all) {
        return word.besides().isEmpty()
                || all.stream().anyMatch(item -> word.besides().equals(item.option()));
    }

    private List<CommandLineItem> misspelt(CommandLineItem item) {
        String near =
                NearestName.to(item.option(), List.copyOf(command.optionsMap().keySet()));
        if (near == null) {
            noteCandidates(item.option());
            return List.of(item);
        }
        changes.add(new Correction.Change(item.option(), near));
        boolean valued = command.optionsMap().get(near).arity().max() > 0;
        return valued || item.value() == null || item.joined()
                ? List.of(new CommandLineItem(near, item.value(), item.joined()))
                : List.of(new CommandLineItem(near, null, false), CommandLineItem.argument(item.value()));
    }

    /** Says which options begin as this one does, or which command has it. */
    private void noteCandidates(String option) {
        List<String> longer = command.optionsMap().keySet().stream()
                .filter(name -> option.length() > "--".length() && name.startsWith(option))
                .toList();
        if (!longer.isEmpty()) {
            notes.add("the options that begin so are " + String.join(", ", longer));
            return;
        }
        for (CommandLine other : command.root().subcommands().values()) {
            if (other.getCommandSpec().optionsMap().containsKey(option)) {
                notes.add(option + " is an option of  " + other.getCommandSpec().qualifiedName());
                return;
            }
        }
    }

    /** The items but for the options that are among the others: what was typed counts. */
    List<CommandLineItem> without(List<CommandLineItem> items, List<CommandLineItem> others) {
        List<CommandLineItem> kept = new ArrayList<>();
        for (CommandLineItem item : items) {
            OptionSpec option = command.optionsMap().get(item.option());
            if (others.stream()
                    .noneMatch(other ->
                            option != null && option.equals(command.optionsMap().get(other.option())))) {
                kept.add(item);
            }
        }
        return kept;
    }

    /** Whether the command has the options among these words, and the output format that they name. */
    static boolean isPossible(CommandSpec command, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("-") && !command.optionsMap().containsKey(words.get(i))) {
                return false;
            }
            boolean format = i > 0 && words.get(i - 1).equals("-o");
            if (format && !words.get(i).startsWith(ForeignWord.VALUE) && Format.of(words.get(i)) == null) {
                return false;
            }
        }
        return true;
    }
}
