package dev.audiences.cli;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.text.NearestName;
import dev.audiences.text.PastableCommand;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageErrors {
    /** What people are used to from other tools. */
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("--json", "--output json"),
            Map.entry("--csv", "--output csv"),
            Map.entry("--format", "--output"),
            Map.entry("--per-page", "--limit"),
            Map.entry("--page-size", "--limit"),
            Map.entry("--paginate", "--all"),
            Map.entry("--debug", "--verbose"),
            Map.entry("--api-key", "audiences config set apiKey"),
            Map.entry("--token", "audiences config set apiKey"),
            Map.entry("ls", "list"),
            Map.entry("version", "--version"));

    private UsageErrors() {}

    /** The failure of a command line that can't be parsed. */
    static Failure failure(ParameterException e, CommandSpec root) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return failure(spec, message(e));
        }
        String word = withoutValue(unmatched.getUnmatched().get(0));
        // Behind a -- even what is an option otherwise is an argument.
        boolean option = unmatched.isUnknownOption() && !spec.optionsMap().containsKey(word);
        String command = option && spec == root ? commandWith(word, root) : null;
        if (command != null) {
            return failure(spec, word + " goes behind the command", "did you mean", command + " " + word + "?");
        }
        return failure(spec, unmatched(word, option, spec), "did you mean", near(word, option, spec));
    }

    /** @throws Failure when an option has taken the next option for its value */
    static void requireValues(ParseResult parsed, List<String> arguments) throws Failure {
        for (OptionSpec option : parsed.matchedOptions()) {
            for (String name : option.names()) {
                int value = arguments.indexOf(name) + 1;
                String next = value == 0 || value == arguments.size() ? "" : arguments.get(value);
                if (option.arity().max() > 0
                        && parsed.commandSpec().optionsMap().containsKey(withoutValue(next))) {
                    CommandSpec spec = parsed.commandSpec();
                    throw failure(
                            spec,
                            name + " lacks its value",
                            "for a value like an option",
                            PastableCommand.of(name + "=" + next));
                }
            }
        }
    }

    private static Failure failure(CommandSpec spec, String message) {
        return failure(spec, message, null, null);
    }

    private static Failure failure(CommandSpec spec, String message, String label, String value) {
        return Failure.of(ExitCode.USAGE, message)
                .command(label, value)
                .with("usage", spec.usageMessage().customSynopsis()[0])
                .hint(spec.qualifiedName() + " --help");
    }

    private static String unmatched(String word, boolean option, CommandSpec spec) {
        if (option) {
            return "there is no option " + word;
        }
        if (spec.subcommands().isEmpty()) {
            return "'" + word + "' is one argument too many";
        }
        String group = spec.parent() == null ? "" : spec.name() + " ";
        return "there is no command '" + group + word + "'";
    }

    private static String near(String word, boolean option, CommandSpec spec) {
        String habit = HABITS.get(word);
        if (habit != null && (option || !spec.subcommands().isEmpty())) {
            return habit + "?";
        }
        String near = NearestName.to(
                word,
                List.copyOf(
                        option ? spec.optionsMap().keySet() : spec.subcommands().keySet()));
        return near == null ? null : near + "?";
    }

    /** The command that has an option which was put before it, or null. */
    private static String commandWith(String option, CommandSpec root) {
        for (var subcommand : root.subcommands().values()) {
            if (subcommand.getCommandSpec().optionsMap().containsKey(option)) {
                return subcommand.getCommandSpec().qualifiedName();
            }
        }
        return null;
    }

    /** Without what follows an equals sign or a colon, which may be a key in the wrong place. */
    private static String withoutValue(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '=' || word.charAt(i) == ':') {
                return word.substring(0, i);
            }
        }
        return word;
    }

    private static String message(ParameterException e) {
        if (e.getArgSpec() instanceof OptionSpec option && e.getCause() != null) {
            return option.longestName() + ": " + e.getCause().getMessage();
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " lacks its value";
        }
        return e.getMessage();
    }
}
