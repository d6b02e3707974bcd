package completion;

import dev.audiences.cli.Cli;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.OptionGroups;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.config.Setting;
import dev.audiences.output.Format;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line, for the completion scripts and manual pages, read from the model that parses it. */
public final class CompletionModel {
    /** The command that prints the names of the profiles, one per line. */
    static final String PROFILES_COMMAND = "audiences config get profiles 2>/dev/null";

    private CompletionModel() {}

    /** The kind of value of an option or parameter. */
    enum ValueKind {
        /** A flag, without a value. */
        NONE,
        /** Any text. */
        FREE,
        FILE,
        PROFILE,
        /** One of the candidates. */
        CHOICE,
        /** Candidates, separated by commas. */
        COMMA_LIST,
        /** A candidate, with an optional direction after a colon. */
        ORDER
    }

    /**
     * @param path the words of the command after the name of the program; empty for the program itself
     * @param parameters those whose values are known
     * @param free whether any other words may come as arguments, such as ids
     */
    record Node(
            String path,
            String summary,
            List<Option> options,
            List<Parameter> parameters,
            boolean free,
            List<Child> children) {
        /** Returns whether the command takes arguments other than options. */
        boolean takesArguments() {
            return !children.isEmpty() || !parameters.isEmpty();
        }
    }

    record Child(String name, String summary) {}

    record Value(ValueKind kind, List<String> candidates) {}

    /** @param repeatable whether it may be given several times, and all of its values count */
    record Option(List<String> names, String description, Value value, boolean repeatable) {
        String longest() {
            return names.get(names.size() - 1);
        }
    }

    /**
     * An argument with candidates.
     *
     * @param position the index of the argument, counted from 0
     * @param before the value of the previous argument that the candidates are for; empty for the first argument
     */
    record Parameter(int position, String before, Value value) {}

    /** Returns the model of all commands. */
    public static CommandSpec root() {
        return new Cli(emptyEnvironment()).wholeModel();
    }

    /** Returns an environment for a command line that is never run. */
    private static Environment emptyEnvironment() {
        return new Environment(
                Map.of(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                StandardStreams.NONE,
                Clock.systemUTC(),
                System::nanoTime,
                duration -> {},
                SplittableRandom::new,
                prompt -> null,
                action -> () -> {},
                null,
                "");
    }

    /** Returns all commands, the program itself first. */
    static List<Node> nodes(CommandSpec root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, "", nodes);
        return nodes;
    }

    /** Returns the names of all options that take a value. */
    static List<String> valuedOptions(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> node.options().stream())
                .filter(option -> option.value().kind() != ValueKind.NONE)
                .flatMap(option -> option.names().stream())
                .distinct()
                .toList();
    }

    private static void collect(CommandSpec spec, String path, List<Node> nodes) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : OptionGroups.shown(spec)) {
            Value value = new Value(kind(option), candidates(option));
            options.add(
                    new Option(Arrays.asList(option.names()), option.description()[0], value, option.isMultiValue()));
        }
        nodes.add(new Node(path, summary(spec), options, parameters(spec, path), isFree(spec), children(spec)));
        for (CommandLine child : spec.subcommands().values()) {
            String below = path.isEmpty() ? child.getCommandName() : path + " " + child.getCommandName();
            collect(child.getCommandSpec(), below, nodes);
        }
    }

    private static boolean isFree(CommandSpec spec) {
        List<PositionalParamSpec> parameters = spec.positionalParameters();
        return !parameters.isEmpty() && parameters.get(0).completionCandidates() == null;
    }

    private static List<Child> children(CommandSpec spec) {
        List<Child> children = new ArrayList<>();
        for (CommandLine child : spec.subcommands().values()) {
            children.add(new Child(child.getCommandName(), summary(child.getCommandSpec())));
        }
        return children;
    }

    private static List<Parameter> parameters(CommandSpec spec, String path) {
        if (path.equals("help")) {
            return commands(spec.root());
        }
        List<Parameter> parameters = new ArrayList<>();
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.completionCandidates() != null) {
                parameters.add(choice(parameters.size(), "", candidates(parameter)));
            }
        }
        if (path.equals("config set")) {
            parameters.add(choice(1, Setting.OUTPUT.configKey(), Format.names()));
            parameters.add(new Parameter(1, Setting.PROFILE.configKey(), new Value(ValueKind.PROFILE, List.of())));
        }
        return parameters;
    }

    /** Returns the commands as candidates, and the subcommands after a command that has some. */
    private static List<Parameter> commands(CommandSpec root) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(choice(0, "", List.copyOf(root.subcommands().keySet())));
        root.subcommands().forEach((name, command) -> {
            if (!command.getSubcommands().isEmpty()) {
                parameters.add(
                        choice(1, name, List.copyOf(command.getSubcommands().keySet())));
            }
        });
        return parameters;
    }

    private static Parameter choice(int position, String before, List<String> candidates) {
        return new Parameter(position, before, new Value(ValueKind.CHOICE, candidates));
    }

    /** Returns the one-line description of a command. */
    public static String summary(CommandSpec spec) {
        return spec.usageMessage().header()[0];
    }

    private static ValueKind kind(OptionSpec option) {
        if (option.arity().max() == 0) {
            return ValueKind.NONE;
        }
        return switch (option.longestName()) {
            case "--sort" -> ValueKind.ORDER;
            case "--output-file" -> ValueKind.FILE;
            case "--profile" -> ValueKind.PROFILE;
            default -> {
                ValueKind known = option.isMultiValue() ? ValueKind.COMMA_LIST : ValueKind.CHOICE;
                yield option.completionCandidates() == null ? ValueKind.FREE : known;
            }
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
