package dev.audiences.cli.config;

import dev.audiences.cli.console.AccountGroupIds;
import dev.audiences.cli.console.Failure;
import dev.audiences.config.ApiKey;
import dev.audiences.config.BaseUrl;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.output.Format;

/**
 * Refuses a value that the next command would refuse, before it is written into the config file. The name of a profile
 * passes: the profile may be made after it was chosen.
 */
final class SettingValidator {
    private SettingValidator() {}

    /** The value as it is to be stored. */
    static String check(Setting setting, String value) throws ConfigException, Failure {
        return switch (setting) {
            case API_KEY -> ApiKey.of(value, "stdin or the prompt").value();
            case BASE_URL ->
                BaseUrl.parse(new SettingValue(value, "the argument")).toString();
            case OUTPUT -> format(value).toString();
            case ACCOUNT_GROUP_ID -> accountGroupId(value);
            case API_KEY_COMMAND, PROFILE -> value;
        };
    }

    private static Format format(String name) throws Failure {
        Format format = Format.of(name);
        if (format == null) {
            throw Failure.usage(
                    "there is no output format '" + name + "'", "one of " + String.join(", ", Format.names()));
        }
        return format;
    }

    private static String accountGroupId(String id) throws Failure {
        AccountGroupIds.require(id);
        return id;
    }
}
