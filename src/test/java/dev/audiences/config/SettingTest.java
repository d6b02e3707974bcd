package dev.audiences.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for every setting, a new one included. */
class SettingTest {
    @ParameterizedTest
    @EnumSource(Setting.class)
    void theOptionIsOneOfTheListCommand(Setting setting) {
        String help = new CommandRun().run("list", "--help").expect(ExitCode.OK).out();
        assertTrue(setting.option() == null || help.contains(" " + setting.option() + "="), help);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void rivalsAreMutual(Setting setting) {
        assertTrue(setting.rival() == null || setting.rival().rival() == setting);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theOwnVariableTakesPrecedenceOverTheConfigFile(Setting setting) {
        String variable = setting.environmentVariable();
        assertTrue(variable == null || setting.variables().contains(variable));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theDefaultIsStoredAsItIs(Setting setting) throws ConfigException {
        String value = setting.defaultValue();
        if (value != null) {
            assertEquals(value, setting.normalize(new SettingValue(value, "default")));
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theConfigCommandsKnowIt(Setting setting) {
        assertNotNull(Setting.ofConfigKey(setting.configKey()));
        String help = new CommandRun()
                .run("config", "set", "--help")
                .expect(ExitCode.OK)
                .out()
                .replaceAll("\\s+", " ");
        assertTrue(help.contains(setting.configKey()), help);
    }

    @Test
    void theNamesAreUnique() {
        long keys = java.util.Arrays.stream(Setting.values())
                .map(Setting::configKey)
                .distinct()
                .count();
        assertEquals(Setting.values().length, keys);
    }
}
