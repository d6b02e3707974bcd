package dev.audiences.cli.console;

import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.Map;

/** Loads the settings in the words of the command line. */
public final class SettingsLoader {
    private SettingsLoader() {}

    public static Settings load(Environment environment, Map<Setting, String> options) throws Failure {
        try {
            return Settings.load(environment.variables(), options, environment.osName());
        } catch (ConfigException e) {
            throw FailureMapper.of(e);
        }
    }
}
