package dev.audiences.cli;

import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Finds the command line that was probably meant by a wrong one: with the words of {@link ForeignWords} translated,
 * misspelt ones replaced, and options behind their command. What it finds is parsed before it is shown.
 */
final class Corrector {
    private static final String END_OF_OPTIONS = "--";

    private final CommandSpec root;
    private final ArgumentReader reader;
    private final Predicate<List<String>> parses;

    private final List<Correction.Change> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private List<String> piped = List.of();

    /** @param parses whether a command line is without fault, as far as parsing tells */
    Corrector(CommandSpec root, Predicate<List<String>> parses) {
        this.root = root;
        this.reader = new ArgumentReader(root, changes);
        this.parses = parses;
    }

    /** The correction, or null when there is none. For one call only. */
    Correction correct(List<String> arguments) {
        Typography plain = new Typography(arguments);
        notes.addAll(plain.notes());
        int end = plain.words().indexOf(END_OF_OPTIONS);
        List<String> tail =
                end < 0 ? List.of() : plain.words().subList(end, plain.words().size());
        List<CommandLineItem> items =
                reader.read(end < 0 ? plain.words() : plain.words().subList(0, end));
        if (items.isEmpty()) {
            return null;
        }
        Correction whole = wholeLine(items);
        if (whole != null) {
            return whole;
        }
        List<String> given = new ArrayList<>();
        List<CommandLineItem> options = new ArrayList<>();
        for (CommandLineItem item : items) {
            if (item.isOption()) {
                options.add(item);
            } else {
                given.add(item.value());
            }
        }
        List<String> words = corrected(given, options);
        if (words == null) {
            return notes.isEmpty() ? null : Correction.note(notes.get(notes.size() - 1));
        }
        words.addAll(tail);
        // Otherwise the words are the same, perhaps in another order: what is wrong is something else.
        boolean isCorrected =
                !changes.isEmpty() || !plain.notes().isEmpty() || items.get(0).isOption();
        boolean good = isCorrected && parses.test(words);
        if (!good && changes.isEmpty() && notes.isEmpty()) {
            return null;
        }
        return new Correction(good ? words : List.of(), piped, List.copyOf(changes), List.copyOf(notes));
    }

    /** What stands for the whole command line: for the options about the key, whose values must not be shown. */
    private Correction wholeLine(List<CommandLineItem> items) {
        boolean alone = items.size() == 1 && items.get(0).isOption();
        for (ForeignWord word : alone ? ForeignWords.ALONE : List.<ForeignWord>of()) {
            if (word.isOption(items.get(0).option())) {
                return whole(word, null);
            }
        }
        for (ForeignWord word : ForeignWords.OPTIONS) {
            for (CommandLineItem item : word.wholeLine() ? items : List.<CommandLineItem>of()) {
                boolean fits = item.isOption() && word.isOption(item.option()) && fits(word, item.value());
                if (fits && !reader.isOfCommand(item.option()) && isPossible(word)) {
                    return whole(word, word.match(item.value()));
                }
            }
        }
        return null;
    }

    private static Correction whole(ForeignWord word, String value) {
        return new Correction(
                word.replacement(value),
                word.piped(value),
                List.of(),
                word.note().isEmpty() ? List.of() : List.of(word.note()));
    }

    private static boolean fits(ForeignWord word, String value) {
        return word.takesValue() ? word.match(value) != null : value == null;
    }

    /** The words of the whole command line, or null when there are none that do what was meant. */
    private List<String> corrected(List<String> typed, List<CommandLineItem> options) {
        List<CommandLineItem> added = new ArrayList<>();
        List<String> arguments = withCommand(typed.isEmpty() ? List.of(Cli.LIST) : typed, added);
        if (arguments == null) {
            return null;
        }
        CommandSpec command = commandOf(arguments);
        arguments = new SettingCorrector(changes).correct(command, arguments);
        OptionCorrector corrector = new OptionCorrector(command, reader, changes, notes);
        List<CommandLineItem> given = corrector.correct(options);
        if (given == null) {
            return null;
        }
        List<String> words = new ArrayList<>(arguments);
        List<CommandLineItem> without = corrector.without(added, given);
        // An option with one value can't have both that of the user's option and that of his argument.
        if (added.stream().anyMatch(item -> typed.contains(item.value()) && !without.contains(item))) {
            return null;
        }
        // What reads the output behind the pipe needs the options that come with it.
        (piped.isEmpty() ? without : corrector.without(given, added)).forEach(item -> words.addAll(item.words()));
        (piped.isEmpty() ? given : added).forEach(item -> words.addAll(item.words()));
        return words;
    }

    /** The words with the right command first, or null when there is none. */
    private List<String> withCommand(List<String> typed, List<CommandLineItem> added) {
        boolean help = typed.size() > 1 && typed.get(0).equals(Cli.HELP);
        List<String> words = commandWords(help ? typed.subList(1, typed.size()) : typed, added);
        if (words == null) {
            return null;
        }
        List<String> nearest = withNearestCommand(new ArrayList<>(words));
        if (help) {
            added.clear();
            nearest.add(0, Cli.HELP);
        }
        return nearest;
    }

    /** Translates the words of a command; what options that brings is added to the list. Null when nothing fits. */
    private List<String> commandWords(List<String> typed, List<CommandLineItem> added) {
        List<String> words = typed;
        for (int round = 0; round < 3; round++) {
            CommandPhrase found = CommandPhrase.find(words, this::isPossible);
            if (found == null) {
                break;
            }
            if (!found.word().note().isEmpty()) {
                notes.add(found.word().note());
            }
            if (!found.word().corrects()) {
                return null;
            }
            List<String> next = new ArrayList<>();
            for (CommandLineItem item : reader.read(found.replacement())) {
                if (item.isOption()) {
                    added.add(item);
                } else {
                    next.add(item.value());
                }
            }
            next.addAll(words.subList(found.length(), words.size()));
            if (next.equals(words) && added.isEmpty()) {
                break;
            }
            piped = found.piped();
            changes.add(new Correction.Change(
                    String.join(" ", found.literal()),
                    String.join(" ", found.word().replacement(ForeignWord.VALUE))));
            words = next;
        }
        return words;
    }

    private List<String> withNearestCommand(List<String> words) {
        CommandSpec above = root;
        for (int i = 0; i < words.size() && !above.subcommands().isEmpty(); i++) {
            if (!above.subcommands().containsKey(words.get(i))) {
                String near = NearestName.to(
                        words.get(i), List.copyOf(above.subcommands().keySet()));
                if (near == null) {
                    return words;
                }
                changes.add(new Correction.Change(words.get(i), near));
                words.set(i, near);
            }
            above = above.subcommands().get(words.get(i)).getCommandSpec();
        }
        return words;
    }

    private CommandSpec commandOf(List<String> words) {
        CommandSpec command = root;
        for (String word : words) {
            CommandLine below = command.subcommands().get(word);
            if (below == null) {
                break;
            }
            command = below.getCommandSpec();
        }
        return command;
    }

    /** Whether this version has the command and the options of the replacement. */
    private boolean isPossible(ForeignWord word) {
        List<String> replacement = word.replacement(ForeignWord.VALUE);
        if (replacement.isEmpty() || replacement.get(0).startsWith("-")) {
            return replacement.isEmpty() || root.optionsMap().containsKey(replacement.get(0));
        }
        CommandLine command = root.subcommands().get(replacement.get(0));
        return command != null && OptionCorrector.isPossible(commandOf(replacement), replacement);
    }
}
