package dev.audiences.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code audiences completion}: the completion script for a shell, made from the model of the command line. */
final class CompletionCommand implements Command {
    private static final String SYNOPSIS = "audiences completion SHELL";

    private final Environment environment;
    private final Supplier<CommandSpec> model;
    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("SHELL")
            .completionCandidates(Shell.names())
            .description("One of " + String.join(", ", Shell.names()) + ".")
            .build();

    /** @param model the whole command line */
    CompletionCommand(Environment environment, Supplier<CommandSpec> model) {
        this.environment = environment;
        this.model = model;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                OptionSpecs.command("completion", "Print a completion script for bash, zsh or fish.", "", SYNOPSIS);
        spec.addPositional(shell);
        spec.addOption(OptionSpecs.help());
        spec.usageMessage()
                .parameterListHeading("Parameters:%n")
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
        Shell chosen = shell();
        return Stdout.print(environment, chosen.script(CompletionModel.nodes(model.get())));
    }

    private Shell shell() throws Failure {
        String name = shell.getValue();
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
