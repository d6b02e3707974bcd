package dev.audiences.cli.console;

import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.Map;

/** Loads the settings, with what is wrong with them as a failure of the command. */
public final class SettingsLoader {
    private SettingsLoader() {}

    public static Settings load(Environment environment, Map<Setting, String> options) throws Failure {
        try {
            return Settings.load(environment.variables(), options, environment.osName());
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        }
    }
}
