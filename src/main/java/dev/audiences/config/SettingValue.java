package dev.audiences.config;

/**
 * A value and where it came from.
 *
 * @param source as shown to users, such as {@code --base-url}, {@code AUDIENCES_BASE_URL}, the path of the config file,
 *     or {@code default}
 */
public record SettingValue(String value, String source) {
    private static final String DEFAULT = "default";

    static SettingValue byDefault(String value) {
        return new SettingValue(value, DEFAULT);
    }

    public boolean isDefault() {
        return source.equals(DEFAULT);
    }

    /** Without the value, which may be the API key. */
    @Override
    public String toString() {
        return "from " + source;
    }
}
