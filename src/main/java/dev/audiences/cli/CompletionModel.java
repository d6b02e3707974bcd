package dev.audiences.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line as the completion scripts and manual pages need it, read from the model that parses it. */
final class CompletionModel {
    /** The command that prints the names of the profiles, a line each. */
    static final String PROFILES_COMMAND = "audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,";

    private CompletionModel() {}

    /** What the value of an option or parameter is, for completion. */
    enum ValueKind {
        /** A switch: no value at all. */
        NONE,
        /** Anything. */
        FREE,
        FILE,
        PROFILE,
        /** One of the candidates. */
        CHOICE,
        /** Candidates, separated by commas. */
        COMMA_LIST,
        /** A candidate, perhaps with a direction behind a colon. */
        ORDER
    }

    /** @param path the words that lead to it after the name of the tool; empty for the tool itself */
    record Node(String path, String summary, List<Option> options, List<String> parameters, List<Child> children) {}

    record Child(String name, String summary) {}

    record Option(List<String> names, String description, ValueKind kind, List<String> candidates) {
        String longest() {
            return names.get(names.size() - 1);
        }
    }

    /** Every command, the tool itself first. */
    static List<Node> nodes(CommandSpec root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, "", nodes);
        return nodes;
    }

    private static void collect(CommandSpec spec, String path, List<Node> nodes) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            options.add(new Option(
                    Arrays.asList(option.names()), option.description()[0], kind(option), candidates(option)));
        }
        List<String> parameters = new ArrayList<>();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            parameters.addAll(candidates(parameter));
        }
        List<Child> children = new ArrayList<>();
        for (CommandLine child : spec.subcommands().values()) {
            children.add(new Child(child.getCommandName(), summary(child.getCommandSpec())));
        }
        nodes.add(new Node(path, summary(spec), options, parameters, children));
        for (CommandLine child : spec.subcommands().values()) {
            String below = path.isEmpty() ? child.getCommandName() : path + " " + child.getCommandName();
            collect(child.getCommandSpec(), below, nodes);
        }
    }

    /** What a command does, in one line. */
    static String summary(CommandSpec spec) {
        return spec.usageMessage().header()[0];
    }

    private static ValueKind kind(OptionSpec option) {
        if (option.arity().max() == 0) {
            return ValueKind.NONE;
        }
        return switch (option.longestName()) {
            case "--columns" -> ValueKind.COMMA_LIST;
            case "--sort" -> ValueKind.ORDER;
            case "--output-file" -> ValueKind.FILE;
            case "--profile" -> ValueKind.PROFILE;
            default -> option.completionCandidates() == null ? ValueKind.FREE : ValueKind.CHOICE;
        };
    }

    private static List<String> candidates(ArgSpec argument) {
        List<String> candidates = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(candidates::add);
        }
        return candidates;
    }
}
