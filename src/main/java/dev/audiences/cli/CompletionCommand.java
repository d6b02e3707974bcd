package dev.audiences.cli;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Parameter;
import dev.audiences.cli.console.Stdout;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences completion}: prints the completion script for a shell. */
final class CompletionCommand implements Command {
    private static final String SYNOPSIS = "audiences completion SHELL";

    private final Environment environment;
    private final Parameter<String> shell =
            Parameter.choice(Shell.names(), "SHELL", "One of " + String.join(", ", Shell.names()) + ".");

    CompletionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpecs.create("completion", "Print a completion script for bash, zsh or fish.", "", SYNOPSIS);
        shell.addTo(spec);
        Option.help().addTo(spec, OptionGroup.GENERAL);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  source <(audiences completion bash)          in ~/.bashrc",
                        "  source <(audiences completion zsh)           in ~/.zshrc, after compinit",
                        "  audiences completion fish > ~/.config/fish/completions/audiences.fish");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        return Stdout.print(environment, new String(shell().script(), StandardCharsets.UTF_8));
    }

    private Shell shell() throws Failure {
        String name = shell.value();
        String hint = "one of " + String.join(", ", Shell.names());
        if (name == null) {
            throw Failure.of(ExitCode.USAGE, "the name of a shell is missing")
                    .with("usage", SYNOPSIS)
                    .hint(hint);
        }
        Shell chosen = Shell.of(name);
        if (chosen == null) {
            throw Failure.usage("there is no completion for '" + name + "'", hint);
        }
        return chosen;
    }
}
