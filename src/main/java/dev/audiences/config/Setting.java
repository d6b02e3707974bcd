package dev.audiences.config;

import java.util.List;
import java.util.Map;

/**
 * The settings, each with its names, its default and its rules. A new one is a constant here, and perhaps an option.
 */
public enum Setting {
    API_KEY("apiKey", "AUDIENCES_API_KEY", null, null) {
        @Override
        List<String> variables() {
            return List.of(environmentVariable(), KeyFile.VARIABLE);
        }

        @Override
        Setting rival() {
            return API_KEY_COMMAND;
        }

        @Override
        public String normalize(SettingValue value) throws ConfigException {
            return ApiKey.of(value.value(), value.source()).value();
        }
    },

    /** The program that prints the API key, and its arguments. */
    API_KEY_COMMAND("apiKeyCommand", null, null, null) {
        @Override
        List<String> variables() {
            return API_KEY.variables();
        }

        @Override
        Setting rival() {
            return API_KEY;
        }

        @Override
        boolean isList() {
            return true;
        }
    },

    ACCOUNT_GROUP_ID("accountGroupId", "AUDIENCES_ACCOUNT_GROUP_ID", "--account", null),

    BASE_URL("baseUrl", "AUDIENCES_BASE_URL", "--base-url", "https://api.sonarly.io") {
        @Override
        public String normalize(SettingValue value) throws ConfigException {
            return BaseUrl.parse(value).toString();
        }
    },

    OUTPUT("output", "AUDIENCES_OUTPUT", "--output", "table"),

    PROFILE("profile", "AUDIENCES_PROFILE", "--profile", null) {
        @Override
        public boolean inProfiles() {
            return false;
        }
    };

    private final String configKey;
    private final String environmentVariable;
    private final String option;
    private final String defaultValue;

    Setting(String configKey, String environmentVariable, String option, String defaultValue) {
        this.configKey = configKey;
        this.environmentVariable = environmentVariable;
        this.option = option;
        this.defaultValue = defaultValue;
    }

    /** The name in the config file. */
    public String configKey() {
        return configKey;
    }

    /** The environment variable that holds the value, or null when there is none. */
    public String environmentVariable() {
        return environmentVariable;
    }

    /** The option that holds the value, or null when there is none. */
    String option() {
        return option;
    }

    /** The value when nothing sets one, or null. */
    String defaultValue() {
        return defaultValue;
    }

    /** The environment variables that take precedence over the config file, in their order. */
    List<String> variables() {
        return environmentVariable == null ? List.of() : List.of(environmentVariable);
    }

    /** The setting that this one replaces at its level of the config file, or null. */
    Setting rival() {
        return null;
    }

    /** Whether the config file holds it as a list of strings, and not as a string. */
    boolean isList() {
        return false;
    }

    /** Whether a profile may hold it. */
    public boolean inProfiles() {
        return true;
    }

    /**
     * Checks a value and gives it the form in which it is stored. Account group ids and formats pass: this package
     * knows neither the API nor the output.
     *
     * @throws ConfigException when the value can't be used
     */
    public String normalize(SettingValue value) throws ConfigException {
        return value.value();
    }

    /** The environment variable that takes precedence over the config file, or null when none is set. */
    public String variableIn(Map<String, String> environment) {
        return firstVariable(environment, false);
    }

    /** The environment variable that is set but empty, and so counts as not set, or null. */
    public String emptyVariableIn(Map<String, String> environment) {
        return firstVariable(environment, true);
    }

    private String firstVariable(Map<String, String> environment, boolean empty) {
        for (String variable : variables()) {
            String value = environment.get(variable);
            if (value != null && value.isEmpty() == empty) {
                return variable;
            }
        }
        return null;
    }

    /** The setting of a name in the config file, or null. */
    public static Setting ofConfigKey(String key) {
        for (Setting setting : values()) {
            if (setting.configKey.equals(key)) {
                return setting;
            }
        }
        return null;
    }
}
