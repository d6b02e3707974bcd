package dev.audiences.cli.config;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.SettingsLoader;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The level of the config file that an action of {@code audiences config} works on: a profile, or the top level. */
final class ConfigScope {
    private final Environment environment;
    private final Option<String> profile = Option.text("NAME", "Use this profile of the config file.", "--profile");

    ConfigScope(Environment environment) {
        this.environment = environment;
    }

    void addTo(CommandSpec spec) {
        addTo(spec, OptionGroup.CONNECTION);
    }

    void addTo(CommandSpec spec, OptionGroup group) {
        profile.addTo(spec, group);
    }

    /** The name of the profile, or null for the top level. */
    String profile() {
        return profile.value();
    }

    /** The settings in effect for other commands with the same profile. */
    Settings settings() throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        if (profile() != null) {
            options.put(Setting.PROFILE, profile());
        }
        return SettingsLoader.load(environment, options);
    }

    ConfigEditor editor() throws Failure {
        try {
            return ConfigEditor.open(environment.variables(), environment.osName());
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        }
    }

    /** Such as {@code profile work of /home/me/.config/audiences/config.json}. */
    String describe(ConfigEditor editor) {
        return (profile() == null ? "" : "profile " + profile() + " of ") + editor.path();
    }
}
