package dev.audiences.cli;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Parameter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences help}: the help of the tool, or of one command. */
final class HelpCommand implements Command {
    private static final String SYNOPSIS = "audiences help [COMMAND]";

    private final Printer printer;
    private final CommandSpec root;
    private final Parameter<String[]> command =
            Parameter.list("COMMAND", "The command to explain, such as  list  or  config set.");

    /** Prints text to stdout. */
    @FunctionalInterface
    interface Printer {
        ExitCode print(String text) throws Failure;
    }

    HelpCommand(Printer printer, CommandSpec root) {
        this.printer = printer;
        this.root = root;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(Cli.HELP, "Show the help of a command.", "", SYNOPSIS);
        command.addTo(spec);
        Option.help().addTo(spec, OptionGroup.GENERAL);
        spec.usageMessage()
                .footer("", "Examples:", "  audiences help", "  audiences help list", "  audiences help config set");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        CommandLine explained = root.commandLine();
        String[] words = command.valueOr(new String[0]);
        for (String word : words) {
            Map<String, CommandLine> below = explained.getSubcommands();
            if (!below.containsKey(word)) {
                throw Failure.of(ExitCode.USAGE, "there is no command '" + String.join(" ", words) + "'")
                        .with("usage", SYNOPSIS)
                        .hint("audiences --help");
            }
            explained = below.get(word);
        }
        return printer.print(explained.getUsageMessage(Ansi.OFF));
    }
}
