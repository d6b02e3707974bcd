package dev.audiences.cli;

import dev.audiences.cli.CompletionModel.Node;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code audiences completion}: the completion script for a shell, made from the model of the command line. */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Environment environment;
    private final Supplier<CommandSpec> model;
    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("SHELL")
            .completionCandidates(SHELLS)
            .description("One of " + String.join(", ", SHELLS) + ".")
            .build();

    /** @param model the whole command line */
    CompletionCommand(Environment environment, Supplier<CommandSpec> model) {
        this.environment = environment;
        this.model = model;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionSpecs.command(
                "completion", "Print a completion script for bash, zsh or fish.", "", "audiences completion SHELL");
        spec.addPositional(shell);
        spec.addOption(OptionSpecs.help());
        spec.usageMessage()
                .parameterListHeading("Parameters:%n")
                .footer(
                        "",
                        "Examples:",
                        "  source <(audiences completion bash)          in ~/.bashrc",
                        "  audiences completion zsh > ~/.zfunc/_audiences",
                        "  audiences completion fish > ~/.config/fish/completions/audiences.fish");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        List<Node> nodes = CompletionModel.nodes(model.get());
        String name = shell.getValue();
        String script =
                switch (name) {
                    case "bash" -> BashCompletion.script(nodes);
                    case "zsh" -> ZshCompletion.script(nodes);
                    case "fish" -> FishCompletion.script(nodes);
                    default ->
                        throw Failure.usage(
                                "there is no completion for '" + name + "'", "one of " + String.join(", ", SHELLS));
                };
        return Stdout.print(environment, script);
    }
}
