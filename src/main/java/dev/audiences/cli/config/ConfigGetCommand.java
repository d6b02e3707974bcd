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
import dev.audiences.text.PastableCommand;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config get}: prints one setting, with the value in effect. */
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
        verbosity.addTo(spec, OptionGroup.HIDDEN, OptionGroup.HIDDEN);
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
        SettingValue found = scope.settings().describe(setting);
        if (found == null) {
            String empty = setting.emptyVariableIn(environment.variables());
            throw Failure.of(ExitCode.SETTINGS, setting.configKey() + " is not set")
                    .with("note", empty == null ? null : empty + " is set, but empty")
                    .hint(setCommand(setting));
        }
        return Stdout.printLines(environment, List.of(found.value()));
    }

    /** The command that sets it, in the same profile. */
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
     * The names, which completion asks for; no error when the profile in use is not among them. Left out are names with
     * control characters, such as a line break: each name is printed on a line of its own.
     */
    private List<String> profiles() throws Failure {
        return scope.editor().profiles().stream()
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .toList();
    }
}
