package dev.audiences.cli;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.console.Version;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences version}: the same as {@code audiences --version}. */
final class VersionCommand implements Command {
    /** What {@code --version} prints. */
    static final String TEXT = "audiences " + Version.NUMBER + "\n";

    private final Environment environment;

    VersionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create("version", "Show the version.", "", "audiences version");
        Option.help().addTo(spec, OptionGroup.GENERAL);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences version",
                        "  audiences --version                 the same",
                        "  audiences version | cut -d ' ' -f 2  the number alone");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        return Stdout.print(environment, TEXT);
    }
}
