package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config path}: prints where the config file is, or would be. */
final class ConfigPathCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final VerbosityOptions verbosity = new VerbosityOptions();

    ConfigPathCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "path", "Print the path of the config file.", "", "audiences config path [OPTIONS]");
        new ConfigScope(environment).addTo(spec, OptionGroup.HIDDEN);
        verbosity.addTo(spec, OptionGroup.HIDDEN, OptionGroup.HIDDEN);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences config path",
                        "  cat \"$(audiences config path)\"",
                        "  AUDIENCES_CONFIG=./ci.json audiences config path");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        verbosity.apply(messages);
        try {
            return Stdout.printLines(
                    environment,
                    List.of(ConfigEditor.pathOf(environment.variables(), environment.osName())
                            .toString()));
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        }
    }
}
