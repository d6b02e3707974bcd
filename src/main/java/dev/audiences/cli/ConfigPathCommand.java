package dev.audiences.cli;

import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config path}: where the config file is, or would be. */
final class ConfigPathCommand implements Command {
    private final Environment environment;
    private final Talk talk;
    private final TalkOptions talking = new TalkOptions();

    ConfigPathCommand(Environment environment, Talk talk) {
        this.environment = environment;
        this.talk = talk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionSpecs.command(
                "path", "Print the path of the config file.", "", "audiences config path [OPTIONS]");
        // Without effect, but a script may give the same options to every action.
        new ConfigScope(environment).addTo(spec);
        talking.addTo(spec);
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
        talking.apply(talk);
        try {
            return Stdout.printLines(
                    environment,
                    List.of(ConfigEditor.pathOf(environment.variables(), environment.osName())
                            .toString()));
        } catch (ConfigException e) {
            throw Failures.of(e);
        }
    }
}
