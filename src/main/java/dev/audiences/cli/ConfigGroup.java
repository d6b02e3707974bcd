package dev.audiences.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config}, which only groups what can be done to the config file. */
final class ConfigGroup {
    private ConfigGroup() {}

    static CommandSpec spec() {
        CommandSpec spec = OptionSpecs.command(
                "config", "Get, set, unset and list settings.", "", "audiences config COMMAND [OPTIONS]");
        spec.addOption(OptionSpecs.help());
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  audiences config set apiKey                   asks for the key",
                        "  audiences config set accountGroupId ID --profile work",
                        "  audiences config list");
        return spec;
    }

    static List<Command> actions(Environment environment, Talk talk) {
        return List.of(
                new ConfigGetCommand(environment, talk),
                new ConfigSetCommand(environment, talk),
                new ConfigUnsetCommand(environment, talk),
                new ConfigListCommand(environment, talk),
                new ConfigPathCommand(environment, talk));
    }
}
