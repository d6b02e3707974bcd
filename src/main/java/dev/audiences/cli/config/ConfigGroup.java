package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config}: the group of the actions on settings and on the config file. */
public final class ConfigGroup {
    private ConfigGroup() {}

    public static CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "config", "Get, set, unset and list settings.", "", "audiences config COMMAND [OPTIONS]");
        Option.help().addTo(spec, OptionGroup.GENERAL);
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

    public static List<Command> actions(Environment environment, Messages messages) {
        return List.of(
                new ConfigGetCommand(environment, messages),
                new ConfigSetCommand(environment, messages),
                new ConfigUnsetCommand(environment, messages),
                new ConfigListCommand(environment, messages),
                new ConfigPathCommand(environment, messages));
    }
}
