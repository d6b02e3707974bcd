package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;
import dev.audiences.http.TimeLimit;
import java.util.function.Function;

/** What provides the API key: a value, a file, or a program that prints it. */
interface KeySource {
    /**
     * @param limit how long a pipe or a program may take
     * @param onShutdown registers what ends a program when the process is told to end; returns what unregisters it
     * @throws ConfigException when there is no key, or none that can be sent
     */
    ApiKey read(TimeLimit limit, Function<Runnable, Runnable> onShutdown) throws ConfigException;

    /** Where the key comes from, with the key masked or in words; runs no program. */
    SettingValue describe();

    /** A key in an environment variable or in the config file. */
    record Literal(SettingValue key) implements KeySource {
        @Override
        public ApiKey read(TimeLimit limit, Function<Runnable, Runnable> onShutdown) throws ConfigException {
            return ApiKey.of(key.value(), key.source());
        }

        @Override
        public SettingValue describe() {
            return new SettingValue(ApiKey.masked(key.value().strip()), key.source());
        }
    }

    /**
     * What a level of the config file says of the key, or null.
     *
     * @param source the level, as shown to users
     */
    static KeySource of(Section section, String source) {
        String key = section.value(Setting.API_KEY);
        if (key != null) {
            return new Literal(new SettingValue(key, source));
        }
        Member command = section.members.get(Setting.API_KEY_COMMAND.configKey());
        return command == null ? null : new KeyCommand(command.words(), source);
    }
}
