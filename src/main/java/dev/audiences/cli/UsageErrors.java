package dev.audiences.cli;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.text.PastableCommand;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line; {@link Corrector} finds what was probably meant. */
final class UsageErrors {
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
        boolean early = option && spec == root && isOfCommand(word, root);
        return failure(spec, early ? word + " goes behind the command" : unmatched(word, option, spec));
    }

    /** @throws Failure when an option has taken the next option, or the rest of its own name, for its value */
    static void requireValues(ParseResult parsed, List<String> arguments) throws Failure {
        Map<String, OptionSpec> options = parsed.commandSpec().optionsMap();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean joined = argument.length() > 2 && argument.charAt(0) == '-' && argument.charAt(1) != '-';
            // As in "--sort -name".
            OptionSpec before = i == 0 ? null : options.get(arguments.get(i - 1));
            boolean value = before != null && before.arity().max() > 0;
            if (joined && !value && options.containsKey("-" + argument)) {
                throw failure(parsed.commandSpec(), argument + " has one hyphen too few");
            }
        }
        for (OptionSpec option : parsed.matchedOptions()) {
            for (String name : option.names()) {
                int value = arguments.indexOf(name) + 1;
                String next = value == 0 || value == arguments.size() ? "" : arguments.get(value);
                if (option.arity().max() > 0
                        && parsed.commandSpec().optionsMap().containsKey(withoutValue(next))) {
                    CommandSpec spec = parsed.commandSpec();
                    throw failure(spec, name + " lacks its value")
                            .command("for a value like an option", PastableCommand.of(name + "=" + next));
                }
            }
        }
    }

    private static Failure failure(CommandSpec spec, String message) {
        return Failure.of(ExitCode.USAGE, message)
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

    private static boolean isOfCommand(String option, CommandSpec root) {
        return root.subcommands().values().stream()
                .anyMatch(command -> command.getCommandSpec().optionsMap().containsKey(option));
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
