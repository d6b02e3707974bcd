package dev.audiences.cli;

import dev.audiences.config.ApiKey;
import dev.audiences.config.BaseUrl;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Sourced;

/** Refuses a value that the next command would refuse, before it is written into the config file. */
final class SettingCheck {
    private SettingCheck() {}

    /** The value as it is to be stored. */
    static String check(Setting setting, String value) throws ConfigException, Failure {
        switch (setting) {
            case API_KEY -> {
                return ApiKey.of(value, "stdin or the prompt").value();
            }
            case BASE_URL -> {
                return BaseUrl.parse(new Sourced(value, "the argument")).toString();
            }
            case OUTPUT -> {
                if (!OutputOptions.formatNames().contains(value)) {
                    throw Failure.usage(
                            "there is no output format '" + value + "'",
                            "one of " + String.join(", ", OutputOptions.formatNames()));
                }
                return value;
            }
            case ACCOUNT_GROUP_ID -> {
                Session.requireAccountGroupId(value);
                return value;
            }
            case API_KEY_COMMAND, PROFILE -> {
                return value;
            }
        }
        throw new IllegalArgumentException(setting.name());
    }
}
