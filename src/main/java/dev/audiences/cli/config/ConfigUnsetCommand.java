package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config unset}: removes a value from the config file. */
final class ConfigUnsetCommand implements Command {
    private final Messages messages;
    private final ConfigKey key = new ConfigKey();
    private final ConfigScope scope;
    private final VerbosityOptions verbosity = new VerbosityOptions();

    ConfigUnsetCommand(Environment environment, Messages messages) {
        this.messages = messages;
        this.scope = new ConfigScope(environment);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "unset", "Take a value out of the config file.", "", "audiences config unset KEY [OPTIONS]");
        key.addTo(spec);
        scope.addTo(spec);
        verbosity.addTo(spec, OptionGroup.HIDDEN, OptionGroup.GENERAL);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences config unset apiKey",
                        "  audiences config unset output --profile work",
                        "  audiences config unset profile");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        verbosity.apply(messages);
        Setting setting = key.in(scope);
        ConfigEditor editor = scope.editor();
        boolean wasSet = unset(editor, setting);
        messages.info(
                setting.configKey() + (wasSet ? " is no longer set in " : " was not set in ") + scope.describe(editor));
        return ExitCode.OK;
    }

    private boolean unset(ConfigEditor editor, Setting setting) throws Failure {
        try {
            return editor.unset(setting, scope.profile());
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        } catch (IOException e) {
            throw FailureMessages.ofOutput(e, editor.path().toString());
        }
    }
}
