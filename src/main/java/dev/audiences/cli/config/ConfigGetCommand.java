package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.EmptyVariables;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.config.Settings;
import dev.audiences.text.PastableCommand;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config get}: one setting, as it counts now. */
final class ConfigGetCommand implements Command {
    private static final String PROFILES = "profiles";

    private final Environment environment;
    private final Messages messages;
    private final ConfigKey key = new ConfigKey(PROFILES);
    private final ConfigScope scope;
    private final VerbosityOptions verbosity = new VerbosityOptions();

    ConfigGetCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
        this.scope = new ConfigScope(environment);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "get",
                "Print one setting, as it counts now.",
                "profiles  prints the names of the profiles, a line each.",
                "audiences config get KEY [OPTIONS]");
        key.addTo(spec);
        scope.addTo(spec);
        verbosity.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences config get baseUrl",
                        "  audiences config get output --profile work",
                        "  audiences config get profiles",
                        "  account=$(audiences config get accountGroupId)");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure {
        verbosity.apply(messages);
        if (key.name().equals(PROFILES) && scope.profile() == null) {
            return Stdout.printLines(environment, profiles());
        }
        Setting setting = key.in(scope);
        SettingValue found = found(setting, scope.settings());
        if (found == null) {
            String empty = EmptyVariables.of(setting, environment.variables());
            throw Failure.of(ExitCode.SETTINGS, setting.configKey() + " is not set")
                    .with("note", empty == null ? null : empty + " is set, but empty")
                    .hint(setCommand(setting));
        }
        return Stdout.printLines(environment, List.of(found.value()));
    }

    /** The command that sets it, where it was looked for. */
    private String setCommand(Setting setting) {
        String command = "audiences config set " + setting.configKey() + (setting == Setting.API_KEY ? "" : " VALUE");
        if (scope.profile() == null) {
            return command;
        }
        String option = messages.pastable(PastableCommand.option("--profile", scope.profile()));
        return option == null
                ? command + " --profile with the name " + messages.spelledOut(scope.profile())
                : command + " " + option;
    }

    /**
     * The names, also when the profile in use is not among them: completion asks for them then too. A name with control
     * characters can't stand on a line of its own.
     */
    private List<String> profiles() throws Failure {
        return scope.editor().profiles().stream()
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .toList();
    }

    private SettingValue found(Setting setting, Settings settings) throws Failure {
        return switch (setting) {
            case API_KEY -> settings.describeKey();
            case API_KEY_COMMAND -> keyCommand(settings);
            case ACCOUNT_GROUP_ID, BASE_URL, OUTPUT, PROFILE -> settings.get(setting);
        };
    }

    private SettingValue keyCommand(Settings settings) throws Failure {
        SettingValue profile = settings.get(Setting.PROFILE);
        ConfigEditor editor = scope.editor();
        String inProfile = profile == null ? null : editor.get(Setting.API_KEY_COMMAND, profile.value());
        String command = inProfile == null ? editor.get(Setting.API_KEY_COMMAND, null) : inProfile;
        return command == null
                ? null
                : new SettingValue(command, settings.path().toString());
    }
}
