package dev.audiences.cli;

import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config unset}: takes a value out of the config file. */
final class ConfigUnsetCommand implements Command {
    private final Talk talk;
    private final ConfigKey key = new ConfigKey();
    private final ConfigScope scope;
    private final TalkOptions talking = new TalkOptions();

    ConfigUnsetCommand(Environment environment, Talk talk) {
        this.talk = talk;
        this.scope = new ConfigScope(environment);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionSpecs.command(
                "unset", "Take a value out of the config file.", "", "audiences config unset KEY [OPTIONS]");
        key.addTo(spec);
        scope.addTo(spec);
        talking.addTo(spec);
        spec.usageMessage()
                .parameterListHeading("Parameters:%n")
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
        talking.apply(talk);
        Setting setting = key.in(scope);
        ConfigEditor editor = scope.editor();
        boolean wasSet = unset(editor, setting);
        talk.say(
                setting.configKey() + (wasSet ? " is no longer set in " : " was not set in ") + scope.describe(editor));
        return ExitCode.OK;
    }

    private boolean unset(ConfigEditor editor, Setting setting) throws Failure {
        try {
            return editor.unset(setting, scope.profile());
        } catch (ConfigException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw Failures.ofOutput(e, editor.path().toString());
        }
    }
}
