package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.config.Settings;
import dev.audiences.terminal.TerminalText;
import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config list}: prints every setting, and where it comes from. */
final class ConfigListCommand implements Command {
    private static final int NAME_WIDTH = 2
            + Arrays.stream(Setting.values())
                    .mapToInt(setting -> setting.configKey().length())
                    .max()
                    .orElse(0);

    private final Environment environment;
    private final Messages messages;
    private final ConfigScope scope;
    private final VerbosityOptions verbosity = new VerbosityOptions();

    ConfigListCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
        this.scope = new ConfigScope(environment);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "list",
                "Show every setting and where it comes from; the API key is masked.",
                "",
                "audiences config list [OPTIONS]");
        scope.addTo(spec);
        verbosity.addTo(spec, OptionGroup.HIDDEN, OptionGroup.HIDDEN);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences config list",
                        "  audiences config list --profile work",
                        "  AUDIENCES_PROFILE=work audiences config list");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        verbosity.apply(messages);
        Settings settings = scope.settings();
        StringBuilder text = new StringBuilder();
        for (Setting setting : Setting.values()) {
            // The row of apiKey names the program.
            if (setting != Setting.API_KEY_COMMAND) {
                row(text, setting.configKey(), described(setting, settings));
            }
        }
        if (!settings.profiles().isEmpty()) {
            row(text, "profiles", String.join(", ", settings.profiles()));
        }
        return Stdout.print(environment, text.toString());
    }

    private String described(Setting setting, Settings settings) {
        SettingValue found = settings.describe(setting);
        String empty = setting.emptyVariableIn(environment.variables());
        String note = empty == null ? "" : "; " + empty + " is set, but empty";
        return found == null ? "(not set" + note + ")" : found.value() + "  (" + found.source() + note + ")";
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(TerminalText.visible(name + " ".repeat(NAME_WIDTH - name.length()) + value))
                .append('\n');
    }
}
