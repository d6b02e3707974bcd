package dev.audiences.cli;

import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.Map;

/** Loads the settings in the words of the command line. */
final class SettingsLoader {
    private SettingsLoader() {}

    static Settings load(Environment environment, Map<Setting, String> options) throws Failure {
        try {
            return Settings.load(environment.variables(), options, environment.osName());
        } catch (ConfigException e) {
            throw Failures.of(e);
        }
    }
}
