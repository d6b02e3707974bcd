package dev.audiences.config;

/** The settings and their names: the one place for them. */
public enum Setting {
    API_KEY("apiKey", "AUDIENCES_API_KEY"),
    API_KEY_COMMAND("apiKeyCommand", null),
    ACCOUNT_GROUP_ID("accountGroupId", "AUDIENCES_ACCOUNT_GROUP_ID"),
    BASE_URL("baseUrl", "AUDIENCES_BASE_URL"),
    OUTPUT("output", "AUDIENCES_OUTPUT"),
    PROFILE("profile", "AUDIENCES_PROFILE");

    private final String configKey;
    private final String environmentVariable;

    Setting(String configKey, String environmentVariable) {
        this.configKey = configKey;
        this.environmentVariable = environmentVariable;
    }

    /** The name in the config file. */
    public String configKey() {
        return configKey;
    }

    /** The name of the environment variable, or null when there is none. */
    public String environmentVariable() {
        return environmentVariable;
    }

    /** Whether a profile may hold it; the choice of a profile stands outside of them. */
    public boolean inProfiles() {
        return this != PROFILE;
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
