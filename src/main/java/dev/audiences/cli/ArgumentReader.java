package dev.audiences.cli;

import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Divides the words of a wrong command line into options, their values and arguments, as they were probably meant. */
final class ArgumentReader {
    /** The options whose value is a list with commas. */
    private static final List<String> LISTS = List.of("--columns", "--type", "--folder");

    /** The options of all commands and of the program itself, by their names. */
    private final Map<String, OptionSpec> known = new HashMap<>();

    private final List<Correction.Change> changes;
    private final CommandSpec root;

    /** @param changes where to add the options that were written in another way */
    ArgumentReader(CommandSpec root, List<Correction.Change> changes) {
        this.root = root;
        this.changes = changes;
        collect(root);
    }

    private void collect(CommandSpec command) {
        known.putAll(command.optionsMap());
        for (CommandLine below : command.subcommands().values()) {
            collect(below.getCommandSpec());
        }
    }

    /** Whether any command has the option. */
    boolean isOfCommand(String option) {
        return known.containsKey(option) && !root.optionsMap().containsKey(option);
    }

    /** @param words without what follows a {@code --} */
    List<CommandLineItem> read(List<String> words) {
        List<CommandLineItem> items = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.length() == 1) {
                items.add(CommandLineItem.argument(word));
                continue;
            }
            CommandLineItem option = option(word);
            String next = i + 1 == words.size() ? null : words.get(i + 1);
            boolean behindCommand = !items.isEmpty() && !items.get(0).isOption();
            if (option.value() == null
                    && next != null
                    && (takes(option.option(), next) || behindCommand && mayTake(option.option(), next))) {
                option = new CommandLineItem(option.option(), next, false);
                i++;
            }
            if (option.value() != null && takesList(option.option())) {
                List<String> list = listFrom(option.value(), words.subList(i + 1, words.size()));
                i += list.size() - 1;
                option = joined(option, list);
            }
            items.add(option);
        }
        return items;
    }

    /** The value with the words behind it that belong to the same list, as in "id, name". */
    private static List<String> listFrom(String value, List<String> behind) {
        List<String> list = new ArrayList<>(List.of(value));
        String last = value;
        for (String word : behind) {
            if (word.startsWith("-") || !last.endsWith(",") && !word.startsWith(",")) {
                break;
            }
            list.add(word);
            last = word;
        }
        return list;
    }

    private CommandLineItem joined(CommandLineItem option, List<String> list) {
        if (list.size() == 1) {
            return option;
        }
        String value = String.join("", list).replaceAll(",+", ",").replaceAll(",$", "");
        changes.add(new Correction.Change(String.join(" ", list), value));
        return new CommandLineItem(option.option(), value, option.joined());
    }

    private boolean takesList(String name) {
        OptionSpec option = meant(name);
        return option != null
                ? LISTS.contains(option.longestName())
                : ForeignWords.OPTIONS.stream()
                        .anyMatch(word -> word.isOption(name)
                                && LISTS.contains(word.replacement(ForeignWord.VALUE).stream()
                                        .findFirst()
                                        .orElse("")));
    }

    private CommandLineItem option(String word) {
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? null : word.substring(equals + 1);
        String name = name(typed);
        if (name != null && !name.equals(typed)) {
            changes.add(new Correction.Change(typed, name));
        }
        if (name != null || word.startsWith("--")) {
            return new CommandLineItem(name == null ? typed : name, value, value != null && word.startsWith("--"));
        }
        String letter = word.substring(0, 2);
        String rest = word.substring(2);
        boolean attached = !rest.isEmpty() && takes(letter, rest);
        return attached ? new CommandLineItem(letter, rest, true) : new CommandLineItem(typed, value, value != null);
    }

    /** The option as it is written, with one hyphen too few, in capitals, or with underscores; or null. */
    private String name(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean isLong = typed.length() > 2;
        return Stream.of(typed, isLong ? "-" + typed : typed, isLong ? plain : typed, isLong ? "-" + plain : typed)
                .filter(name -> known.containsKey(name) || isForeign(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isForeign(String name) {
        return Stream.of(ForeignWords.OPTIONS, ForeignWords.ALONE)
                .flatMap(List::stream)
                .anyMatch(word -> word.isOption(name));
    }

    private OptionSpec meant(String name) {
        if (known.containsKey(name) || isForeign(name)) {
            return known.get(name);
        }
        String near = NearestName.to(name, List.copyOf(known.keySet()));
        return near == null ? null : known.get(near);
    }

    /** Whether the next word may well be the value of an option that nothing is known about. */
    private boolean mayTake(String name, String next) {
        boolean flag = Stream.of(ForeignWords.OPTIONS, ForeignWords.ALONE)
                .flatMap(List::stream)
                .anyMatch(word -> word.isOption(name) && !word.takesValue());
        return meant(name) == null && !flag && !next.startsWith("-");
    }

    private boolean takes(String name, String next) {
        boolean isOption = next.startsWith("-") && next.length() > 1;
        OptionSpec option = meant(name);
        if (option != null && option.arity().max() > 0) {
            return !isOption || name(next.split("=", 2)[0]) == null;
        }
        return !isOption
                && ForeignWords.OPTIONS.stream().anyMatch(word -> word.isOption(name) && word.match(next) != null);
    }
}
